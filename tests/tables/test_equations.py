"""勾稽关系: equations written out over rows or columns, and held against numbers."""

from __future__ import annotations

import pytest

from gongkai.tables.equations import CellKey, Equation, Instance
from gongkai.tables.form import form

ALONG_COLUMNS = Equation("sum", "t", "column", ("a", "b"), ("c",), "甲加乙等于丙")
ALONG_ROWS = Equation("across", "t", "row", ("x", "y"), ("total",), "各列之和等于总计")


def only(equation: Equation) -> Instance:
    (instance,) = equation.instances(["r"], ["k"])
    return instance


def test_written_out_over_columns_and_over_rows() -> None:
    assert only(ALONG_COLUMNS).cells == (("a", "k"), ("b", "k"), ("c", "k"))
    assert only(ALONG_ROWS).cells == (("r", "x"), ("r", "y"), ("r", "total"))
    assert len(list(ALONG_ROWS.instances(["r", "s"], []))) == 2


@pytest.mark.parametrize(("c", "closes", "difference"), [(5, True, 0), (4, False, 1), (7, False, -2)])
def test_balance(c: int, closes: bool, difference: int) -> None:
    cells: dict[CellKey, object] = {("a", "k"): 2, ("b", "k"): 3, ("c", "k"): c}
    balance = only(ALONG_COLUMNS).evaluate(cells)
    assert (balance.closes, balance.difference, balance.without_number) == (closes, difference, ())


@pytest.mark.parametrize("value", [None, "/", "无"])
def test_blank_and_text_are_not_zero(value: object) -> None:
    """A cell without a number is named, not taken for 0 in silence; an absent cell as well."""
    balance = only(ALONG_COLUMNS).evaluate({("a", "k"): value, ("c", "k"): 0})
    assert balance.without_number == (("a", "k"), ("b", "k"))
    assert balance.closes


def test_the_equations_of_the_form_close_on_a_table_that_adds_up() -> None:
    """国办公开办函〔2021〕30号: what comes in goes out or is carried forward; columns sum to the total."""
    one = form("2021")
    table = one.table("applications")
    cells: dict[CellKey, object] = {(row, column): 0 for _, row, column in table.paths()}
    for column in ("natural_person", "total"):
        cells |= {
            ("newly_received", column): 3,
            ("brought_forward", column): 1,
            ("disclosed", column): 2,
            ("withheld.deliberative", column): 1,
            ("total_outcomes", column): 3,
            ("carried_forward", column): 1,
        }
    rows, columns = [r.key for r in table.rows], [c.key for c in table.columns]
    instances = [i for e in one.equations_of("applications") for i in e.instances(rows, columns)]
    assert all(i.evaluate(cells).closes for i in instances)
    cells["disclosed", "natural_person"] = 9
    broken = [i for i in instances if not i.evaluate(cells).closes]
    assert {(i.equation.along, i.at) for i in broken} == {("column", "natural_person"), ("row", "disclosed")}
