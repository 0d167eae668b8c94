"""The door of the reader: a file in, its reports out, in every layout that text can have."""

from __future__ import annotations

import hashlib

import pytest

from gongkai.report.document import AnnualReport, Source
from gongkai.report.reader.blocks import Grid
from gongkai.report.reader.reading import Reading, open_report
from gongkai.tables.form import EDITIONS
from gongkai.values.errors import FileError
from tests.report.reader.invented import blank, cells_read, invented, page_text, text_of

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
