"""Workbooks: what is hidden in sheets, by sheet, with the threshold for rows."""

from __future__ import annotations

import pytest

from gongkai.files.hidden.hit import Weight
from gongkai.files.hidden.xlsx import hits
from gongkai.files.limits import Limits
from gongkai.values.errors import FileError
from tests.files.hidden.office_samples import _dimension, _row, book, more_sheets, repacked, sheet


def found(data: bytes, **more: int) -> list[tuple[str, str, int, Weight]]:
    """Kind, place, count and weight of each hit."""
    return [(h.kind, h.place, h.count, h.weight) for h in hits(data, Limits(), lambda *_: (), **more)]


def test_places_and_counts() -> None:
    two = book(more_sheets("veryHidden"), sheet(lambda s: _dimension(s, "B", hidden=True)))
    assert found(two) == [
        ("hidden_column", "第1张工作表", 1, Weight.BLOCKS),
        ("hidden_sheet", "第2张工作表处", 1, Weight.BLOCKS),
    ]


def test_the_threshold_for_hidden_rows() -> None:
    data = book(sheet(lambda s: [_row(s, n, hidden=True) for n in range(2, 52)]), rows=99)
    assert [hit[2:] for hit in found(data)] == [(50, Weight.BLOCKS)]
    assert [hit[2:] for hit in found(data, rows_borne=50)] == [(50, Weight.NOTICE)]
    assert [hit[2:] for hit in found(data, rows_borne=49)] == [(50, Weight.BLOCKS)]


def test_control_empty_rows_and_columns_hide_nothing() -> None:
    assert (
        found(
            book(sheet(lambda s: _row(s, 90, hidden=True)), sheet(lambda s: _dimension(s, "Z", hidden=True)))
        )
        == []
    )


@pytest.mark.parametrize(
    "part",
    [
        b"<worksheet",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet><row>&b;</row></worksheet>",
        b'<a><row><c s="x"><v>1</v></c></row></a>',
    ],
)
def test_a_broken_sheet_is_refused(part: bytes) -> None:
    with pytest.raises(FileError):
        found(repacked(book(), {"xl/worksheets/sheet1.xml": part}))


def test_too_many_cells() -> None:
    with pytest.raises(FileError):
        list(hits(book(rows=200), Limits(cells=10), lambda *_: ()))
