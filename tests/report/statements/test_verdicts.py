"""Verdicts: bounds and precision."""

from __future__ import annotations

import pytest

from gongkai.report.statements.numbers import figures
from gongkai.report.statements.verdicts import consistent


@pytest.mark.parametrize(
    ("text", "expected", "right"),
    [
        ("5件", 5, True),
        ("5件", 6, False),
        ("逾1000期", 1304, True),
        ("逾1000期", 999, False),
        ("59万余人次", 590_000, True),
        ("近100件", 96, True),
        ("近100件", 60, False),
        ("3.3万人", 33_480, True),
        ("3.3万人", 34_100, False),
    ],
)
def test_what_a_figure_can_mean(text: str, expected: int, right: bool) -> None:
    """Exact, at least, about, and told in 万."""
    assert consistent(next(figures(text)), expected) is right
