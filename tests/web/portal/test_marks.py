"""Marks in the source: the words are found although white space differs, and the graver of two stands."""

from __future__ import annotations

from gongkai.report.document import Chapter, Place
from gongkai.report.reader.blocks import Cell, Document, Grid, Paragraph
from gongkai.web.portal.marks import Mark, found_at, only_shown, settled, span_mark, target_of

DOCUMENT = Document(
    "txt",
    [
        Paragraph("全年收到申请 2 件，答复 2 件，收到并处理答复来"),
        Paragraph("信 26 件。"),
        Grid([[Cell("行政许可", 0), Cell("144", 1)]]),
    ],
)
TEXT = "全年收到申请2件，答复2件，收到并处理答复来信26件。"
CHAPTER = Chapter(1, "", True, TEXT, ((0, Place(block=0)),))


def test_words_are_found_past_white_space_and_nearest() -> None:
    assert found_at("2件", "申请 2 件，答复 2 件", 12) == (10, 13)
    assert found_at("2件", "申请 2 件，答复 2 件", 0) == (3, 6)
    assert found_at("9件", "申请 2 件", 0) is None
    assert found_at(" ", "申请 2 件", 0) is None


def test_a_span_is_marked_in_its_block_or_the_next() -> None:
    first, last = TEXT.index("2件"), TEXT.index("26件")
    marks = [
        span_mark(Mark("a", "said", "x"), CHAPTER, (first, first + 2), DOCUMENT),
        span_mark(Mark("b", "said", "x"), CHAPTER, (last, last + 3), DOCUMENT),
    ]
    places = settled([m for m in marks if m], DOCUMENT)
    assert [(r.start, r.end) for r in places.runs[(0, None, None)]] == [(7, 10)]
    assert [(r.start, r.end) for r in places.runs[(1, None, None)]] == [(2, 6)]


def test_the_graver_mark_stands_and_both_lead_to_it() -> None:
    marks = [
        Mark("s", "said", "row", words="申请2件"),
        Mark("e", "error", "finding", words="2件"),
    ]
    places = settled(marks, DOCUMENT)
    assert [r.level for r in places.runs[(0, None, None)]] == ["error"]
    assert places.ids == {"e": "e", "s": "e"}


def test_words_that_are_nowhere_mark_the_block() -> None:
    places = settled([Mark("e", "error", "f", words="没有的话")], DOCUMENT)
    assert places.whole == {(0, None, None): ("error", "f")}
    assert places.ids == {"e": "source0"}


def test_a_place_outside_the_document_is_no_target() -> None:
    assert target_of(Place(block=2, row=0, cell=1), DOCUMENT) == (2, 0, 1)
    assert target_of(Place(block=2, row=0, cell=7), DOCUMENT) == (2, None, None)
    assert target_of(Place(block=9), DOCUMENT) is None
    assert target_of(Place(), DOCUMENT) is None
    assert only_shown({"a": "source1", "b": "source9"}, {"source1"}) == {"a": "source1"}
