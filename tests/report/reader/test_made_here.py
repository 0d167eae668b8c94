"""A file of ours is believed about its blanks; anybody else's is doubted as before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gongkai.files.limits import Limits
from gongkai.press.marks import MADE_BY
from gongkai.report.document import CellValue
from gongkai.report.reader.made_here import made_here
from gongkai.report.reader.reading import open_report
from gongkai.report.writer.formats import FORMATS, write
from tests.report.writer.test_layout import report_of
from tests.report.writer.test_prose import report_of as with_prose

BLANK: dict[tuple[str, str], CellValue] = {("disclosed", "natural_person"): None}
REPORT = replace(with_prose(), tables=report_of(applications=BLANK).tables)


@pytest.mark.parametrize("to", [to for to in FORMATS if to not in ("json", "csv")])
def test_a_blank_in_a_file_of_ours_is_blank(to: str) -> None:
    data = write(REPORT, to)
    assert made_here(to, data, Limits())
    report = open_report(f"a.{to}", data).reports[0]
    assert report.flags == ()
    assert report.tables["applications"].cells["disclosed", "natural_person"] is None  # type: ignore[union-attr]


def test_control_the_same_page_by_somebody_else_is_doubted() -> None:
    data = write(REPORT, "html").replace(f'content="{MADE_BY}"'.encode(), b'content="another"')
    assert not made_here("html", data, Limits())
    assert [flag.where for flag in open_report("a.html", data).reports[0].flags] == [
        ("applications", "disclosed")
    ]


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pdf", "html", "txt"])
def test_what_is_damaged_is_not_ours(kind: str) -> None:
    assert not made_here(kind, b"PK\x03\x04 nothing", Limits())
