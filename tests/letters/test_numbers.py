"""发文字号: written as the norm wants, read back, and gaps found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.letters.numbers import PATTERN, Rule, missing
from gongkai.values.errors import NotAllowed


def test_the_usual_pattern() -> None:
    assert Rule("临司").number("告", 2026, 3) == "临司公开告〔2026〕3号"
    assert Rule("临司", "{prefix}依复（{series}）〔{year}〕{serial}号").number("答", 2026, 12) == (
        "临司依复（答）〔2026〕12号"
    )


@given(st.sampled_from("答告函"), st.integers(2019, 2099), st.integers(1, 99999))
def test_a_number_is_read_back(series: str, year: int, serial: int) -> None:
    rule = Rule("×司.+")
    number = rule.number(series, year, serial)
    assert rule.serial(number, series, year) == serial
    assert rule.serial(number, series, year + 1) is None
    assert rule.serial(number.replace("号", ""), series, year) is None


def test_a_leading_nought_is_no_number_of_ours() -> None:
    assert Rule("临司").serial("临司公开告〔2026〕03号", "告", 2026) is None


@pytest.mark.parametrize(
    ("prefix", "pattern", "said"),
    [
        ("", PATTERN, "机关代字没有填写"),
        ("临司", "{prefix}公开{series}[{year}]{serial}号", "六角括号"),
        ("临司", "{prefix}公开{series}〔{year}〕第{serial}号", "不加“第”字"),
        ("临司", "{prefix}公开〔{year}〕{serial}号", "{series}"),
        ("临司", "{prefix}公开{series}〔{year}〕{serial}{serial}号", "{serial}"),
        ("临司", "{prefix}公开{series}〔{year}〕{serial}号{x}", "不能是“x”"),
        ("临司", "{prefix}公开{series}〔{year}〕{serial}号{", "单独的括号"),
    ],
)
def test_a_pattern_against_the_norm_is_refused(prefix: str, pattern: str, said: str) -> None:
    with pytest.raises(NotAllowed, match="发文字号的格式") as wrong:
        Rule(prefix, pattern)
    assert said in wrong.value.sentence


def test_serials_begin_with_one() -> None:
    with pytest.raises(NotAllowed, match="从1编起"):
        Rule("临司").number("告", 2026, 0)


def test_what_is_left_out_is_found() -> None:
    assert missing([1, 2, 5]) == (3, 4)
    assert missing([]) == ()
    assert missing([1, 2, 3]) == ()
