"""Cells and sums of cells: what the report settles and what it leaves open."""

from __future__ import annotations

from decimal import Decimal

from gongkai.report.document import CellValue, Table
from gongkai.report.statements.held import Tables, path
from gongkai.tables.form import form

_FORM = form("2021")
_COLUMNS = [c.key for c in _FORM.table("applications").columns]


def _applications(cells: dict[tuple[str, str], CellValue]) -> Tables:
    return Tables({"applications": Table("applications", cells)}, _FORM)


def test_a_group_is_the_sum_of_its_rows() -> None:
    """不予公开 is eight rows."""
    cells: dict[tuple[str, str], CellValue] = {(r.key, "total"): 1 for r in _FORM.table("applications").rows}
    held = _applications(cells)
    assert held.value("applications:withheld:total") == 8
    assert held.value("applications:disclosed+partly_disclosed:total") == 2
    assert held.value("applications:total_outcomes-disclosed:total") == 0


def test_blank_is_not_zero() -> None:
    """A blank total with a blank part is open; with all parts printed it is their sum."""
    parts: dict[tuple[str, str], CellValue] = {("newly_received", c): 1 for c in _COLUMNS[:-1]}
    assert (
        _applications({**parts, ("newly_received", "total"): None}).value("applications:newly_received:total")
        == 6
    )
    parts[("newly_received", "other")] = None
    assert (
        _applications({**parts, ("newly_received", "total"): None}).value("applications:newly_received:total")
        is None
    )


def test_blank_outcomes_count_as_nothing_only_where_the_outcomes_close() -> None:
    """I2: the printed total of outcomes proves the blanks."""
    cells: dict[tuple[str, str], CellValue] = {
        ("disclosed", "natural_person"): 3,
        ("total_outcomes", "total"): 3,
    }
    assert _applications(cells).value("applications:disclosed:total") == 3
    cells[("total_outcomes", "total")] = 4
    assert _applications(cells).value("applications:disclosed:total") is None


def test_a_kind_of_lawsuit_that_is_blank_throughout_is_none() -> None:
    """The other row stands alone; a blank beside numbers stays open."""
    row: dict[tuple[str, str], CellValue] = {
        ("litigation_direct", "upheld"): 8,
        ("litigation_direct", "pending"): None,
    }
    held = Tables({"remedies": Table("remedies", row)}, _FORM)
    both = "remedies:litigation_direct+litigation_after_reconsideration"
    assert held.value(f"{both}:upheld") == 8
    assert held.value(f"{both}:pending") is None


def test_a_table_that_is_absent_settles_nothing() -> None:
    """Control."""
    assert Tables({"applications": None}, _FORM).value("applications:disclosed:total") is None


def test_amounts_in_yuan() -> None:
    """The unit of the cell, else that of the form (万元)."""
    cells: dict[tuple[str, str], CellValue] = {("administrative_charge", "amount"): "12.5"}
    assert Tables({"proactive": Table("proactive", cells)}, _FORM).amount(
        "administrative_charge", "amount"
    ) == Decimal(125_000)
    assert path("a:b:c") == ("a", "b", "c")
