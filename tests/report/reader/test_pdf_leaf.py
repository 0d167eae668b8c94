"""A page taken apart: what is a table, what only a frame."""

from __future__ import annotations

from gongkai.report.reader.pdf_ink import Sheet
from gongkai.report.reader.pdf_leaf import leaves
from tests.report.reader.test_pdf_lattice import ruled
from tests.report.reader.test_pdf_lines import run


def sheet(number: int, xs: list[float], ys: list[float]) -> Sheet:
    across, down = ruled(xs, ys)
    return Sheet(number, 200, 300, [run("框内", 60, ys[0] + 5), run("框外", 60, ys[-1] + 10)], across, down)


def test_runs_are_shared_out_between_tables_and_page() -> None:
    (leaf,) = leaves([sheet(1, [0, 50, 150], [100, 120, 140])])
    assert [[r.text for r in runs] for runs in leaf.inside] == [["框内"]]
    assert [r.text for r in leaf.outside] == ["框外"]


def test_a_frame_around_prose_is_no_table() -> None:
    (leaf,) = leaves([sheet(1, [0, 150], [100, 140])])
    assert leaf.tables == []
    assert [r.text for r in leaf.outside] == ["框内", "框外"]


def test_a_single_column_that_goes_on_from_the_page_before_is_a_table() -> None:
    first, second = leaves([sheet(1, [0, 50, 150], [100, 140, 180]), sheet(2, [0, 150], [20, 40])])
    assert (len(first.tables), len(second.tables)) == (1, 1)
    _, other = leaves([sheet(1, [0, 50, 150], [100, 140, 180]), sheet(2, [30, 150], [20, 40])])
    assert other.tables == [], "a frame of another width is its own thing"
