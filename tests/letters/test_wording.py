"""Sums and texts as an office prints them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.letters import wording

VALUES = {sign: value for value, sign in enumerate("零壹贰叁肆伍陆柒捌玖")}
PLACES = {"拾": 10, "佰": 100, "仟": 1000}
GROUPS = {"万": 10**4, "亿": 10**8}


def amount_of(text: str) -> int:
    """What a sum in capital numerals says, read independently of how it was written."""
    total = group = digit = 0
    for sign in text.removesuffix("元整"):
        if sign in VALUES:
            digit = VALUES[sign]
        elif sign in PLACES:
            group, digit = group + digit * PLACES[sign], 0
        else:
            total, group, digit = total + (group + digit) * GROUPS[sign], 0, 0
    return total + group + digit


@pytest.mark.parametrize(
    ("yuan", "said"),
    [
        (0, "零元整"),
        (10, "壹拾元整"),
        (105, "壹佰零伍元整"),
        (720, "柒佰贰拾元整"),
        (2200, "贰仟贰佰元整"),
        (10_010, "壹万零壹拾元整"),
        (34_700, "叁万肆仟柒佰元整"),
        (100_000_000, "壹亿元整"),
        (100_200_000, "壹亿零贰拾万元整"),
        (1_000_000_001, "壹拾亿零壹元整"),
    ],
)
def test_capital_numerals(yuan: int, said: str) -> None:
    assert wording.capital(yuan) == said


@given(st.integers(0, wording.LARGEST - 1))
def test_capital_numerals_say_the_sum(yuan: int) -> None:
    said = wording.capital(yuan)
    assert amount_of(said) == yuan
    assert "零零" not in said
    assert not said.startswith("零") or yuan == 0


def test_a_sum_that_cannot_be_written_is_refused() -> None:
    for wrong in (-1, wording.LARGEST):
        with pytest.raises(ValueError, match=str(wrong)):
            wording.capital(wrong)


def test_numerals() -> None:
    said = [wording.numeral(number) for number in (1, 10, 12, 20, 21, 99)]
    assert said == ["一", "十", "十二", "二十", "二十一", "九十九"]


def test_texts_fit_into_sentences() -> None:
    assert wording.clause("补贴标准。") == "补贴标准"
    assert wording.sentences("尚未确定") == "尚未确定。"
    assert wording.sentences("尚未确定；") == "尚未确定。"
    assert wording.sentences("他说：“好。”") == "他说：“好。”"
    assert wording.quoted("关于“补贴”的文件。") == "“关于‘补贴’的文件”"
    assert wording.listed(["甲。", "乙"]) == "甲、乙"
