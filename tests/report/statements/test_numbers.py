"""Numbers: every printed form, and what only looks like one."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from gongkai.report.statements.numbers import chinese_number, figures
from gongkai.report.statements.plain import plain

_FILE = Path(__file__).parents[2] / "vectors" / "statements" / "figures.toml"
_CASES = tomllib.loads(_FILE.read_text(encoding="utf-8"))["figure"]


@pytest.mark.parametrize("case", _CASES, ids=[c["name"] for c in _CASES])
def test_figures_of_a_text(case: Mapping[str, Any]) -> None:
    """Exactly the figures listed, with value, unit and bound."""
    assert [f"{f.plain_value} {f.unit} {f.bound}" for f in figures(plain(case["text"]).text)] == case[
        "figures"
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("三万五千", 35000),
        ("两", 2),
        ("二零二四", 2024),
    ],
)
def test_chinese_numbers(text: str, value: int) -> None:
    """Numerals with and without powers."""
    assert chinese_number(text) == value


def test_a_character_that_is_no_numeral_is_refused() -> None:
    """Control: what is no numeral raises."""
    with pytest.raises(KeyError):
        chinese_number("甲")


def test_step_tells_how_precisely_a_number_was_told() -> None:
    """3.3万 is told to a thousand, 12 to one."""
    steps = [int(f.step) for f in figures("粉丝3.3万人，收到12件")]
    assert steps == [1000, 1]
