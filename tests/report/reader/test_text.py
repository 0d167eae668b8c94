"""Plain text and Markdown as blocks: tables in tabs, in pipes and one cell a line; nothing printed is lost."""

from __future__ import annotations

import faulthandler
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.report.reader import text
from gongkai.report.reader.blocks import Document, Grid, Paragraph
from tests.report.reader.invented import invented, text_of


@pytest.fixture(autouse=True)
def _no_endless_loop() -> Iterator[None]:
    """A loop that never ends ends the run with a traceback instead of hanging it."""
    faulthandler.dump_traceback_later(120, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()


def grids(document: Document) -> list[list[list[str]]]:
    return [[[c.text for c in row] for row in i.rows] for i in document.items if isinstance(i, Grid)]


def lines(document: Document) -> list[str]:
    return [i.text for i in document.items if isinstance(i, Paragraph)]


def printed(document: Document) -> str:
    """Every character of the blocks in order, blank space left out."""
    out: list[str] = []
    for item in document.items:
        texts = [item.text] if isinstance(item, Paragraph) else [c.text for row in item.rows for c in row]
        out.extend(texts)
    return re.sub(r"\s+", "", "".join(out))


def test_lines_are_paragraphs_with_their_line() -> None:
    document = text.blocks("甲报告\n\n一、总则\n正文。\n")
    assert [(i.text, i.line) for i in document.items if isinstance(i, Paragraph)] == [
        ("甲报告", 1),
        ("一、总则", 3),
        ("正文。", 4),
    ]
    assert all(i.broken for i in document.items if isinstance(i, Paragraph))
    assert document.format == "txt"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f"])
def test_every_kind_of_line_end(end: str) -> None:
    assert lines(text.blocks(end.join(["甲", "乙", "丙"]))) == ["甲", "乙", "丙"]


def test_bytes_are_decoded() -> None:
    assert lines(text.blocks("云泽市水务局".encode("gb18030"))) == ["云泽市水务局"]


def test_rows_of_tabs() -> None:
    document = text.blocks("表名\n信息\t甲\t乙\n规章\t1\t\n文件\t\t2\n后文\n")
    assert grids(document) == [[["信息", "甲", "乙"], ["规章", "1", ""], ["文件", "", "2"]]]
    assert lines(document) == ["表名", "后文"]
    grid = document.items[1]
    assert isinstance(grid, Grid)
    assert not grid.shaped
    assert grid.line == 2
    assert [c.column for c in grid.rows[0]] == [0, 1, 2]


def test_a_page_break_inside_a_table_of_tabs_is_passed_over() -> None:
    assert grids(text.blocks("a\t1\n\nb\t2\n")) == [[["a", "1"], ["b", "2"]]]


def test_a_line_indented_by_a_tab_is_no_table() -> None:
    assert grids(text.blocks("\t首行缩进的一段话。\n下一段。\n")) == []


def test_pipes_with_and_without_closing_pipes() -> None:
    closed = text.blocks("| 规章 | 1 | 2 |\n| 文件 | 3 | 4 |")
    trailing = text.blocks("规章 | 1 | 2 |\n文件 | 3 | 4 |")
    bare = text.blocks("规章 | 1 | 2\n文件 | 3 | 4")
    assert grids(closed) == grids(trailing) == grids(bare) == [[["规章", "1", "2"], ["文件", "3", "4"]]]


def test_blank_cells_between_pipes_are_cells() -> None:
    assert grids(text.blocks("| 规章 |  | 2 |\n| 文件 | | |")) == [[["规章", "", "2"], ["文件", "", ""]]]


def test_one_pipe_makes_no_row_and_two_do() -> None:
    assert grids(text.blocks("规章 |")) == []
    assert lines(text.blocks("规章 |")) == ["规章 |"]
    assert grids(text.blocks("规章 | 0 |")) == [[["规章", "0"]]]


def test_pipes_alone_are_no_row() -> None:
    assert grids(text.blocks("|||\n")) == []


def test_the_rule_below_a_markdown_head_is_no_row() -> None:
    document = text.blocks("| 甲 | 乙 |\n|:---|---:|\n| 1 | 2 |\n", markdown=True)
    assert grids(document) == [[["甲", "乙"], ["1", "2"]]]
    assert document.format == "md"


def test_markdown_headings_emphasis_lists_and_breaks() -> None:
    document = text.blocks("# 甲\n###### 乙\n####### 丙\n- **丁**戊\n己<br>庚\n", markdown=True)
    items = [i for i in document.items if isinstance(i, Paragraph)]
    assert [(i.text, i.heading) for i in items] == [
        ("甲", 1),
        ("乙", 6),
        ("####### 丙", None),
        ("丁戊", None),
        ("己\n庚", None),
    ]


def test_a_minus_before_a_number_is_no_list_mark() -> None:
    assert lines(text.blocks("- 5\n-5\n", markdown=True)) == ["- 5", "-5"]


def test_breaks_inside_a_cell_are_kept() -> None:
    assert grids(text.blocks("| 商业<br/>企业 | 1 |")) == [[["商业\n企业", "1"]]]


def test_one_cell_a_line_led_by_tabs() -> None:
    document = text.blocks("前文\n\n\t规章\n\t0\n\t\n\t3\n\n\t文件\n\t1\n\n后文很长的一行。\n")
    assert grids(document) == [[["规章", "0", "", "3"], ["文件", "1"]]]
    assert lines(document) == ["前文", "后文很长的一行。"]


def test_a_broken_word_goes_on_with_the_cell_above() -> None:
    assert grids(text.blocks("\t其他\n\t总\n计\n\n\t规章\n\t0\n")) == [[["其他", "总计"], ["规章", "0"]]]


@pytest.mark.parametrize(
    "odd",
    [
        "\t",
        "\t\n",
        "\t\n\t\n\t",
        "\n\t",
        "\n\n\n",
        "",
        " ",
        "|",
        "||",
        "\t\t",
        "\t\t\n\t",
        " \t \n\t\t\t",
        "#",
        "\f\t\f",
    ],
)
def test_odd_text_ends(odd: str) -> None:
    """A lone tab was once taken for a table without rows; every line must be left behind."""
    assert printed(text.blocks(odd)) == re.sub(r"\s", "", odd)


_LINES = st.lists(st.text("甲乙12，。\t \u3000", max_size=8), max_size=12).map("\n".join)


@settings(deadline=None)
@given(_LINES)
def test_nothing_is_lost_from_tabs_and_lines(printed_text: str) -> None:
    assert printed(text.blocks(printed_text)) == re.sub(r"\s+", "", printed_text)


_PIPED = st.lists(st.text("甲乙12，。| ", max_size=8), max_size=12).map("\n".join)


@settings(deadline=None)
@given(_PIPED)
def test_nothing_but_pipes_is_lost_from_pipes(printed_text: str) -> None:
    got = printed(text.blocks(printed_text)).replace("|", "")
    assert got == re.sub(r"[\s|]+", "", printed_text)


@settings(deadline=None)
@given(st.text())
def test_any_text_gives_blocks(anything: str) -> None:
    for markdown in (False, True):
        document = text.blocks(anything, markdown=markdown)
        found = [i.line for i in document.items]
        assert None not in found
        assert found == sorted(found, key=lambda n: n or 0)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_blocks(data: bytes) -> None:
    assert text.blocks(data).format == "txt"


@pytest.mark.parametrize(
    "layout", ["tabs", "pipes", "one_cell", "one_cell_pipe", "spaced", "glued", "md", "led_by_tabs"]
)
def test_no_figure_of_a_report_is_lost(layout: str) -> None:
    """Layout by layout: the digits of the blocks are the digits of the text."""
    report = text_of(invented(), layout)
    document = text.blocks(report, markdown=layout == "md")
    assert re.findall(r"\d", printed(document)) == re.findall(r"\d", report)


def test_two_empty_lines_stay_inside_a_table_of_tabs_and_three_part_it() -> None:
    assert len(grids(text.blocks("a\t1\n\n\nb\t2\n"))) == 1
    assert len(grids(text.blocks("a\t1\n\n\n\nb\t2\n"))) == 2
