"""Every format is written by its name."""

from __future__ import annotations

import pytest

from gongkai.files.sniff import sniff
from gongkai.letters.formats import FORMATS, write
from tests.letters.letter_cases import case


@pytest.mark.parametrize("to", FORMATS)
def test_each_format_is_what_its_name_says(to: str) -> None:
    data = write(case("D10").paper(), to)
    assert sniff(f"a.{to}", data) == ("txt" if to == "text" else to)


def test_another_name_is_an_error() -> None:
    with pytest.raises(ValueError, match="no writer of letters for 'odt'"):
        write(case("D10").paper(), "odt")
