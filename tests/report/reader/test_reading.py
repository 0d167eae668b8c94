"""The door of the reader: a file in, its reports out, in every layout that text can have."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from gongkai.report.document import AnnualReport, Source
from gongkai.report.reader.blocks import Grid
from gongkai.report.reader.reading import Reading, open_report
from gongkai.tables.form import EDITIONS
from gongkai.values.errors import FileError
from tests.report.reader.invented import (
    APPLICATIONS,
    FORM,
    PROACTIVE,
    blank,
    cells_read,
    invented,
    page_text,
    read,
    text_of,
)

LAYOUTS = [
    "tabs",
    "pipes",
    "one_cell_pipe",
    "one_cell",
    "spaced",
    "led_by_tabs",
    "md",
    "html_clean",
    "html_word",
]


def opened(text: str, layout: str = "txt") -> Reading:
    ending = {"md": "md", "html": "html"}.get(layout.split("_", maxsplit=1)[0], "txt")
    return open_report(f"年报.{ending}", text.encode())


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", [20, 13])
def test_every_layout_gives_the_same_report(layout: str, edition: str, seed: int) -> None:
    """200 cells of the form of 2021 and the more of the trial form, as printed and without a doubt."""
    made = invented(seed, edition)
    reading = opened(text_of(made, layout), layout)
    (report,) = reading.reports
    assert cells_read(report) == made.values
    assert report.flags == ()
    assert report.edition == edition
    assert (report.organ, report.year) == (made.organ, made.year)
    assert [c.found for c in report.chapters] == [True] * 6


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("layout", ["glued", "spaced_line", "md_shifted"])
@pytest.mark.parametrize("seed", range(4))
def test_what_print_ran_together_is_right_or_flagged(layout: str, edition: str, seed: int) -> None:
    made = invented(seed, edition)
    (report,) = opened(text_of(made, layout), layout).reports
    for (table, row, column), value in cells_read(report).items():
        assert value == made.values[table, row, column] or report.flagged(table, row, column), (row, column)


def test_the_source_is_told() -> None:
    data = text_of(invented(), "tabs").encode()
    (report,) = open_report("松风/年报.txt", data).reports
    assert report.source == Source("松风/年报.txt", "txt", hashlib.sha256(data).hexdigest())
    assert report.part is None


def test_the_blocks_are_given_beside_the_reports() -> None:
    reading = opened(text_of(invented(), "tabs"))
    assert reading.document is not None
    assert any(isinstance(i, Grid) for i in reading.document.items)
    for table in reading.reports[0].tables.values():
        assert table is not None
        for place in table.places.values():
            assert place.block is not None
            assert place.block < len(reading.document.items)


def test_two_reports_one_after_the_other() -> None:
    one, two = invented(20), invented(13)
    reading = opened(text_of(one, "tabs") + "\n\n" + text_of(two, "tabs"))
    assert [r.part for r in reading.reports] == [(1, 2), (2, 2)]
    for made, report in zip((one, two), reading.reports, strict=True):
        assert cells_read(report) == made.values
        assert (report.organ, report.year) == (made.organ, made.year)
        assert [c.found for c in report.chapters] == [True] * 6
        assert report.dated_on is not None
        assert report.dated_on.year == made.year + 1


def test_our_own_json_comes_back_equal() -> None:
    """What was read, written in the exchange form, is read again as the same report."""
    from gongkai.report.exchange import to_json

    (report,) = opened(text_of(invented(), "tabs")).reports
    reading = open_report("a.json", _json(to_json(report)))
    assert reading.document is None
    (back,) = reading.reports
    assert cells_read(back) == cells_read(report)
    assert (back.organ, back.year, back.dated_on) == (report.organ, report.year, report.dated_on)


def _json(held: object) -> bytes:
    import json

    return json.dumps(held, ensure_ascii=False).encode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(encoding: str) -> None:
    made = invented()
    (report,) = open_report("a.txt", text_of(made, "tabs").encode(encoding)).reports
    assert cells_read(report) == made.values


@pytest.mark.parametrize("data", [b"", b"\t\n\t", b"\x00" * 100, b"PK\x03\x04broken"])
def test_a_file_that_cannot_be_read_is_refused(data: bytes) -> None:
    with pytest.raises(FileError):
        open_report("a.bin", data)


@pytest.mark.parametrize("text", ["你好", "1", "|", "\t\n\t甲", "第一章\n第二章", "。" * 1000])
def test_text_that_is_no_report_has_no_tables(text: str) -> None:
    (report,) = open_report("a.txt", text.encode()).reports
    assert isinstance(report, AnnualReport)
    assert set(report.tables.values()) == {None}
    assert [c.found for c in report.chapters] == [False] * 6
    assert (report.organ, report.year) == (None, None)


def without_repeats(text: str) -> str:
    """Only the first of lines that are alike, as some mirrors keep a page."""
    return "\n".join(dict.fromkeys(text.split("\n")))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("layout", ["one_cell", "led_by_tabs", "one_cell_pipe"])
def test_a_page_without_its_repeated_lines_has_null_tables(layout: str, edition: str) -> None:
    """One 0 stands for all noughts and repeated heads are gone: nobody can tell the figures, so none is given."""
    made = invented(edition=edition)
    made.values = dict.fromkeys(made.values, 0)
    (report,) = opened(without_repeats(text_of(made, layout))).reports
    assert dict(report.tables) == {"proactive": None, "applications": None, "remedies": None}


@pytest.mark.parametrize("layout", ["one_cell", "led_by_tabs", "one_cell_pipe", "spaced"])
@pytest.mark.parametrize("seed", range(4))
def test_figures_left_on_such_a_page_are_right_or_doubted(layout: str, seed: int) -> None:
    made = invented(seed)
    (report,) = opened(without_repeats(text_of(made, layout))).reports
    for (table, row, column), value in cells_read(report).items():
        assert value == made.values[table, row, column] or report.flagged(table, row, column), (row, column)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("layout", ["tabs", "led_by_tabs", "one_cell_pipe", "md", "html_clean"])
def test_tables_printed_blank_are_there_and_hold_nothing(layout: str, edition: str) -> None:
    """Blank is not nought and not missing."""
    made = blank(edition)
    (report,) = opened(text_of(made, layout), layout).reports
    assert cells_read(report) == made.values


def test_prose_alone_has_null_tables() -> None:
    (report,) = opened(page_text(invented(), "tabs", tables=False)).reports
    assert dict(report.tables) == {"proactive": None, "applications": None, "remedies": None}
    assert [c.found for c in report.chapters] == [True] * 6


def _shift_left(line: str) -> str:
    """The row without its leading blank cell, a blank at the end instead."""
    return line[1:] + "\t" if line.startswith("\t") else line


@pytest.mark.parametrize(
    "shifted", ["withheld.enforcement_file", "unavailable.needs_creation", "not_processed.repeat"]
)
def test_a_row_of_tabs_that_moved_one_cell_to_the_left(shifted: str) -> None:
    """Covered cells are printed as blanks, and one row has one too few before its label."""
    made = invented()
    label = APPLICATIONS.row(shifted).label
    lines = [_shift_left(x) if label in x else x for x in text_of(made, "tabs").split("\n")]
    assert cells_read(read("\n".join(lines))) == made.values


@pytest.mark.parametrize("blanks", [1, 2, 8])
def test_blank_cells_left_at_the_end_of_rows(blanks: int) -> None:
    """What a span covered stands as blank cells behind the numbers."""
    made = invented()
    lines = [x + "\t" * blanks if "\t" in x else x for x in text_of(made, "tabs").split("\n")]
    assert cells_read(read("\n".join(lines))) == made.values


@pytest.mark.parametrize("group", ["withheld", "not_processed"])
def test_markdown_labels_that_left_their_rows(group: str) -> None:
    """The labels of a group stand in rows of their own, the numbers below them without any."""
    made = invented()
    members = [r for r in APPLICATIONS.rows if r.group == group]
    out: list[str] = []
    held: list[str] = []
    for line in text_of(made, "md").split("\n"):
        label = next((r.label for r in members if f" {r.label} |" in line), None)
        if label is None:
            out, held = [*out, *held, line], []
            continue
        out.append(f"| {label} |  |  |")
        held.append(line.replace(f" {label} |", "  |"))
    report = read("\n".join(out), "a.md")
    for (table, row, column), value in made.values.items():
        assert report.value((table, row, column)) == value or report.flagged(table, row, column), (
            row,
            column,
        )
    assert (
        report.value(("applications", "carried_forward", "total"))
        == made.values["applications", "carried_forward", "total"]
    )


def test_a_small_report_written_by_hand() -> None:
    """Title over two lines, year first, wide digits, a unit in a cell, the date in Chinese numerals."""
    rows = {r.key: r.label for r in PROACTIVE.rows}
    heads = {c.key: c.label for c in PROACTIVE.columns}
    blocks = [b.heading for b in PROACTIVE.blocks]
    titles = [c.label for c in FORM.chapters]
    report = read(
        f"""
二〇二四年度松风县水务局
政府信息公开工作年度报告

{titles[0]}
（一）主动公开。全年发布信息２６条。
{titles[1]}
{blocks[0]}
{PROACTIVE.corner}\t{heads["issued"]}\t{heads["repealed"]}\t{heads["in_force"]}
{rows["government_rule"]}\t/\t/\t/
{rows["normative_document"]}\t０\t\t1,203
{blocks[1]}
{PROACTIVE.corner}\t{heads["decisions"]}\t\t
{rows["licence"]}\t１４件\t\t
{blocks[3]}
{PROACTIVE.corner}\t{heads["amount"]}\t\t
{rows["administrative_charge"]}\t3.50\t\t
{titles[5]}
没有收取信息处理费。
松风县水务局
二〇二五年一月二十日
"""
    )
    assert (report.organ, report.year, report.organ_kind) == ("松风县水务局", 2024, "department")
    assert report.dated_on == date(2025, 1, 20)
    assert [c.found for c in report.chapters] == [True, True, False, False, False, True]
    assert cells_read(report) == {
        ("proactive", "government_rule", "issued"): "/",
        ("proactive", "government_rule", "repealed"): "/",
        ("proactive", "government_rule", "in_force"): "/",
        ("proactive", "normative_document", "issued"): 0,
        ("proactive", "normative_document", "repealed"): None,
        ("proactive", "normative_document", "in_force"): 1203,
        ("proactive", "licence", "decisions"): 14,
        ("proactive", "administrative_charge", "amount"): "3.50",
    }
    assert report.tables["applications"] is None
    assert report.tables["remedies"] is None
