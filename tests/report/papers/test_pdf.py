"""A paper as PDF: tagged, Chinese labels of the charts in it as text, the same bytes each time."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from gongkai.report.lineup import line_up
from gongkai.report.papers import comparison, lineup, rollup
from gongkai.report.papers.paper import Paper
from gongkai.report.papers.pdf import write
from tests.report.papers.found import a_row, a_sum, of, two_years

DAY = date(2024, 12, 31)


def text_of(data: bytes) -> str:
    """All text of a PDF, drawings included."""
    document = pypdfium2.PdfDocument(data)
    return "".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", "")


@pytest.mark.parametrize(
    "made", [comparison.paper(two_years()), lineup.paper(a_row()), rollup.paper(a_sum())], ids=lambda p: p.key
)
def test_a_paper_is_set_with_its_charts(made: Paper) -> None:
    data = write(made, DAY)
    assert data == write(made, DAY)
    text = text_of(data)
    for section in made.sections:
        assert section.title in text
    with pikepdf.open(BytesIO(data)) as document:
        assert document.Root.MarkInfo.Marked
        assert "/Figure" in _kinds(document.Root.StructTreeRoot)


def _kinds(element: pikepdf.Object) -> list[str]:
    """The kinds of all structure elements below one."""
    out = [str(element.S)] if "/S" in element else []
    inner = element.get("/K", [])
    for child in inner if isinstance(inner, pikepdf.Array) else [inner]:
        if isinstance(child, pikepdf.Dictionary):
            out += _kinds(child)
    return out


def test_labels_of_a_chart_are_text() -> None:
    assert text_of(write(comparison.paper(two_years()), DAY)).count("自然人") >= 2  # drawn, and in its table


def test_a_tall_chart_stays_on_its_page() -> None:
    many = [of(f"第{n}县司法局", new=n, text="") for n in range(30)]
    document = pypdfium2.PdfDocument(write(lineup.paper(line_up(many)), DAY))
    for page in document:
        for thing in page.get_objects():
            left, bottom, right, top = thing.get_bounds()
            assert min(left, bottom) > -1
            assert right < page.get_width() + 1
            assert top < page.get_height() + 1
