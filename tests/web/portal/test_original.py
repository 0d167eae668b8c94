"""The source is shown whole, in order, as text; a very long one is cut and says so."""

from __future__ import annotations

import pytest

from gongkai.report.reader.blocks import Cell, Document, Grid, Paragraph
from gongkai.web.portal import original
from gongkai.web.portal.marks import Run, Settled
from gongkai.web.portal.original import pieces, shown_ids, source


def test_nothing_is_lost_between_marks() -> None:
    runs = [Run(1, 3, "error", "a", "f"), Run(5, 6, "said", "b", "g")]
    cut = pieces("零一二三四五六", runs)
    assert "".join(p.text for p in cut) == "零一二三四五六"
    assert [p.level for p in cut] == ["", "error", "", "said", ""]
    assert [p.text for p in pieces("", [])] == [""]


def test_blocks_keep_their_numbers_and_pages() -> None:
    document = Document(
        "pdf",
        [
            Paragraph("甲", page=1),
            Paragraph("  ", page=1),
            Paragraph("乙", page=2),
            Grid([[Cell("丙", 0, 2)]], page=2),
        ],
    )
    blocks, cut = source(document, Settled())
    assert not cut
    assert [(b.id, b.page) for b in blocks] == [("source0", 1), ("source2", 2), ("source3", None)]
    assert {"source0", "source3", "source3-0-0"} <= shown_ids(blocks)
    assert blocks[2].rows[0][0].colspan == 2


@pytest.mark.parametrize(("name", "most"), [("MOST_BLOCKS", 3), ("MOST_CHARACTERS", 3)])
def test_a_very_long_source_is_cut(monkeypatch: pytest.MonkeyPatch, name: str, most: int) -> None:
    monkeypatch.setattr(original, name, most)
    blocks, cut = source(Document("txt", [Paragraph("字")] * 9), Settled())
    assert cut
    assert len(blocks) == most


def test_a_table_with_very_many_cells_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(original, "MOST_CELLS", 5)
    _, cut = source(Document("html", [Grid([[Cell("1", i) for i in range(6)]])]), Settled())
    assert cut
