"""The official tables as printed: every row of the layout covers the same width, every cell stands once."""

from __future__ import annotations

import pytest

from gongkai.tables.form import EDITIONS, TABLES, form
from gongkai.web.portal.answer import SheetCell
from gongkai.web.portal.sheets import LAYOUTS, Rows

WIDTHS = {"proactive": 4, "applications": 10, "remedies": 15}


def widths(rows: Rows) -> set[int]:
    """How many columns each row covers, spans from above included; a hole or an overlap shows as another width."""
    open_spans: dict[int, int] = {}
    out = set()
    for row in rows:
        taken = {c: n for c, n in open_spans.items() if n > 0}
        column = 0
        for cell in row:
            while column in taken:
                column += 1
            for c in range(column, column + cell.colspan):
                assert c not in taken
                taken[c] = cell.rowspan
            column += cell.colspan
        out.add(len(taken))
        assert sorted(taken) == list(range(len(taken)))
        open_spans = {c: n - 1 for c, n in taken.items()}
    assert all(n == 0 for n in open_spans.values())
    return out


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("key", TABLES)
def test_rows_are_equally_wide_and_cells_complete(edition: str, key: str) -> None:
    table = form(edition).table(key)
    filled: list[tuple[str, str, str]] = []

    def fill(row: str, column: str) -> SheetCell:
        filled.append((key, row, column))
        return SheetCell("0")

    top, body = LAYOUTS[key](table, fill)
    assert widths(top + body) == {WIDTHS[key]}
    assert sorted(filled) == sorted(table.paths())


def test_control_a_hole_is_noticed() -> None:
    assert widths(((SheetCell("a"), SheetCell("b")), (SheetCell("c"),))) == {1, 2}


def test_the_head_of_chapter_three_has_three_levels() -> None:
    top, _ = LAYOUTS["applications"](form("2021").table("applications"), lambda r, c: SheetCell(""))
    assert [len(row) for row in top] == [2, 3, 5]
    assert (top[0][0].rowspan, top[0][0].colspan, top[1][1].colspan) == (3, 3, 5)
