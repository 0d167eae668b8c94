"""Units of counting and of money."""

from __future__ import annotations

from gongkai.report.statements.units import COUNTS, alternatives, worth


def test_worth_of_money() -> None:
    """Money has a worth in yuan, counts have none."""
    assert (worth("元"), worth("万元"), worth("亿元"), worth("件")) == (1, 10_000, 100_000_000, None)


def test_longer_units_come_first() -> None:
    """人次 is never read as 人."""
    order = alternatives(COUNTS).split("|")
    assert order.index("人次") < order.index("人")
    assert len(set(order)) == len(order)
