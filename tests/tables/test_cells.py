"""Cells and the entries behind them."""

from __future__ import annotations

import pytest

from gongkai.ledger.entries import Ref
from gongkai.tables.cells import Tally
from gongkai.tables.form import form

FORM = form("2021").table("remedies")


def test_a_sum_has_everything_behind_its_parts() -> None:
    tally = Tally(FORM)
    tally.add(("reconsideration", "upheld"), Ref("复-1", 2))
    tally.add(("reconsideration", "pending"), Ref("复-2", 1), 3, adjusts=True)
    tally.sum_into(("reconsideration", "total"), [("reconsideration", c) for c in ("upheld", "pending")])
    table = tally.table("remedies", 2025)
    assert table.number("reconsideration", "total") == 4
    assert table.provenance["reconsideration", "total"] == (Ref("复-1", 2), Ref("复-2", 1))
    assert table.adjusted["reconsideration", "total"] == (Ref("复-2", 1),)
    assert table.subjects("reconsideration", "total") == ("复-1", "复-2")
    assert table.subjects("litigation_direct", "total") == ()


def test_every_cell_is_a_true_count_and_cannot_be_changed() -> None:
    table = Tally(FORM).table("remedies", 2025)
    assert len(table.cells) == 15
    assert set(table.cells.values()) == {0}
    with pytest.raises(TypeError):
        table.cells["reconsideration", "total"] = 1  # type: ignore[index]


def test_a_cell_that_the_form_lacks_cannot_be_counted() -> None:
    with pytest.raises(KeyError):
        Tally(FORM).add(("reconsideration", "amount"), Ref("复-1", 1))


def test_an_amount_stands_in_place_of_a_count() -> None:
    cell = ("administrative_charge", "amount")
    table = Tally(form("2021").table("proactive")).table("proactive", 2025, amounts={cell: "1.5"})
    assert table.cells[cell] == "1.5"
