"""Where a parser stopped, in Chinese."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable

import pytest

from gongkai.values.syntax import fault_words


@pytest.mark.parametrize(
    ("parse", "text", "words"),
    [
        (tomllib.loads, "a = 1\nb = = 2\n", "第2行第5个字符处写法有误"),
        (tomllib.loads, 'a = "x', "文件没有写完"),
        (tomllib.loads, "a = [1,", "文件没有写完"),
        (json.loads, '{\n"a": }', "第2行第6个字符处写法有误"),
        (json.loads, "", "第1行第1个字符处写法有误"),
    ],
)
def test_the_place_is_told(parse: Callable[[str], object], text: str, words: str) -> None:
    with pytest.raises(ValueError, match=r"at|char") as error:
        parse(text)
    assert fault_words(error.value) == words
