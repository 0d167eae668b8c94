"""The words of every kind of hit stand in one place and read as sentences."""

from __future__ import annotations

import pytest

from gongkai.files.hidden.hit import KINDS, Hit, Weight


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_a_sentence_that_says_what_to_do(kind: str) -> None:
    sentence = Hit(kind, "第2页", 3).sentence
    assert sentence.startswith("第2页")
    assert "（3处）。" in sentence
    assert sentence.count("。") == 2
    assert any(word in sentence for word in ("请", "须"))


def test_a_block_can_be_lightened_and_only_so() -> None:
    assert Hit("hidden_row").weight is Weight.BLOCKS
    assert Hit("hidden_row", lightened=True).weight is Weight.NOTICE
    assert Hit("thumbnail").weight is Weight.NOTICE
    assert (Weight.BLOCKS.label, Weight.NOTICE.label) == ("须处理", "提示")


def test_one_and_no_place() -> None:
    assert Hit("macro").sentence == "文件带有宏程序。请另存为不带宏的格式。"


def test_control_an_unknown_kind_has_no_words() -> None:
    with pytest.raises(KeyError):
        _ = Hit("nonsense").sentence
