"""Traditional characters are made simplified one by one; a simplified text stays the very same."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.report.reader.blocks import Cell, Grid, Item, Paragraph
from gongkai.report.reader.traditional import is_traditional, simplified

PROSE = "本報告依據條例編製，數據與實際辦理情況相符，規範處理申請，經審核後發佈。"


def items(*texts: str) -> list[tuple[int, Item]]:
    return [(i, Paragraph(t)) for i, t in enumerate(texts)]


def test_several_telling_characters_are_needed() -> None:
    assert not is_traditional("")
    assert not is_traditional("開請辦處")
    assert is_traditional("開請辦處規")
    assert not is_traditional("本报告依据条例编制，数据与实际办理情况相符，规范处理申请。")


def test_a_simplified_report_is_left_alone() -> None:
    """A single traditional name in it too: a place is not rewritten."""
    before = items("云泽市水务局2024年报告", "聯係人：錢某")
    assert simplified(before) == before


def test_paragraphs_and_cells_are_converted_in_place() -> None:
    grid = Grid([[Cell("行政許可", 0, 1, 2), Cell("12", 1)]], page=3, line=4)
    out = simplified([(0, Paragraph(PROSE, heading=2, line=7)), (5, grid)])
    paragraph, table = out[0][1], out[1][1]
    assert isinstance(paragraph, Paragraph)
    assert isinstance(table, Grid)
    assert [i for i, _ in out] == [0, 5]
    assert paragraph.text.startswith("本报告依据条例")
    assert (paragraph.heading, paragraph.line) == (2, 7)
    assert table.rows == [[Cell("行政许可", 0, 1, 2), Cell("12", 1)]]
    assert (table.page, table.line) == (3, 4)


def test_the_items_given_are_not_changed() -> None:
    given_items = items(PROSE)
    simplified(given_items)
    assert given_items == items(PROSE)


@settings(deadline=None)
@given(st.lists(st.text(max_size=40), max_size=4))
def test_lengths_stay_so_that_places_stay(texts: list[str]) -> None:
    before = items(PROSE, *texts)
    for (_, a), (_, b) in zip(before, simplified(before), strict=True):
        assert isinstance(a, Paragraph)
        assert isinstance(b, Paragraph)
        assert len(a.text) == len(b.text)


def test_digits_and_punctuation_stay() -> None:
    out = simplified(items(PROSE, "（一）３，456／—〇"))
    assert isinstance(out[1][1], Paragraph)
    assert out[1][1].text == "（一）３，456／—〇"
