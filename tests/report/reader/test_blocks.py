"""Spans put back into place: the first column of every cell in the expanded grid."""

from __future__ import annotations

import pytest

from gongkai.report.reader.blocks import Cell, place_cells

Row = list[tuple[str, int, int]]
"""Text, rowspan, colspan."""


def columns(rows: list[Row]) -> list[list[tuple[str, int]]]:
    """Text and first column of every placed cell."""
    return [[(cell.text, cell.column) for cell in row] for row in place_cells(rows)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([[("a", 1, 1), ("b", 1, 1)]], [[("a", 0), ("b", 1)]], id="plain"),
        pytest.param([[("a", 1, 3), ("b", 1, 1)]], [[("a", 0), ("b", 3)]], id="colspan moves the next"),
        pytest.param(
            [[("a", 2, 1), ("b", 1, 1)], [("c", 1, 1)], [("d", 1, 1)]],
            [[("a", 0), ("b", 1)], [("c", 1)], [("d", 0)]],
            id="rowspan covers one row below, not two",
        ),
        pytest.param(
            [[("a", 1, 1), ("b", 2, 2), ("c", 1, 1)], [("d", 1, 1), ("e", 1, 1)]],
            [[("a", 0), ("b", 1), ("c", 3)], [("d", 0), ("e", 3)]],
            id="both spans",
        ),
        pytest.param(
            [[("a", 9, 1), ("b", 1, 1)], [("c", 1, 1)]],
            [[("a", 0), ("b", 1)], [("c", 1)]],
            id="a rowspan past the end",
        ),
        pytest.param([[], [("a", 1, 1)]], [[], [("a", 0)]], id="an empty row"),
    ],
)
def test_first_columns(rows: list[Row], expected: list[list[tuple[str, int]]]) -> None:
    assert columns(rows) == expected


@pytest.mark.parametrize(("colspan", "width"), [(0, 1), (-1, 1), (200, 200), (201, 1), (10**9, 1)])
def test_an_absurd_colspan_counts_as_one(colspan: int, width: int) -> None:
    assert place_cells([[("a", 1, colspan)]]) == [[Cell("a", 0, width, 1)]]


def test_an_absurd_rowspan_counts_as_one() -> None:
    assert columns([[("a", 0, 1)], [("b", 1, 1)]]) == [[("a", 0)], [("b", 0)]]
