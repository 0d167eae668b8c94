"""Columns fill the type area exactly; a long figure takes room, and is only set smaller where none is left."""

from __future__ import annotations

import pytest

from gongkai.report.writer.fit import AREA, INSET, columns, fit
from gongkai.report.writer.layout import LaidCell, LaidTable


def remedies(*texts: str) -> LaidTable:
    """A table of one row without label columns."""
    cells = tuple(LaidCell(text) for text in texts)
    return LaidTable("remedies", 4, "", len(texts), 0, 0, (cells,))


@pytest.mark.parametrize("figure", ["1", "1" * 18, "1" * 400])
def test_columns_fill_the_type_area(figure: str) -> None:
    assert sum(fit(remedies(figure, *"0" * 14)).widths) == pytest.approx(AREA)


def test_columns_are_equal_where_all_fits() -> None:
    assert len(set(fit(remedies(*"0" * 15)).widths)) == 1


def test_a_long_figure_gets_a_wider_column_and_keeps_its_size() -> None:
    table = remedies("1" * 18, *"0" * 14)
    fitted = fit(table)
    assert fitted.widths[0] > fitted.widths[1]
    assert fitted.size_of(table.rows[0][0], 0) == pytest.approx(fitted.size)


def test_a_figure_without_room_is_set_smaller_and_fits() -> None:
    table = remedies(*["1" * 18] * 15)
    fitted = fit(table)
    size = fitted.size_of(table.rows[0][0], 0)
    assert size < fitted.size
    assert 18 * 0.5 * size <= fitted.widths[0] - 2 * INSET


def test_small_columns_keep_two_characters_beside_figures_without_room() -> None:
    fitted = fit(remedies("1" * 60, "1" * 60, *["未列"] * 13))
    assert min(fitted.widths) >= 2 * fitted.size + 2 * INSET
    assert sum(fitted.widths) == pytest.approx(AREA)


def test_columns_count_spans_from_above() -> None:
    rows = ((LaidCell("a", rowspan=2), LaidCell("b", colspan=2)), (LaidCell("c"), LaidCell("d")))
    assert columns(LaidTable("remedies", 4, "", 3, 0, 0, rows)) == [(0, 1), (1, 2)]
