"""Every format by its name, and no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gongkai.files.sniff import sniff
from gongkai.report.reader.reading import open_report
from gongkai.report.writer.formats import FORMATS, write
from tests.report.writer.test_layout import report_of


@pytest.mark.parametrize("to", FORMATS)
def test_the_bytes_are_of_the_kind_that_was_asked_for(to: str) -> None:
    assert sniff(f"a.{to}", write(report_of(), to)) == to


def test_an_unknown_format_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="odt"):
        write(report_of(), "odt")


def test_what_the_reading_left_beside_the_report_goes_along_in_json_alone() -> None:
    report = report_of()
    beside = replace(report, other_tables=(report.tables["remedies"],))  # type: ignore[arg-type]
    for to in FORMATS:
        (again,) = open_report(f"a.{to}", write(beside, to)).reports
        assert len(again.other_tables) == (1 if to == "json" else 0)
        assert again.tables["remedies"].cells == report.tables["remedies"].cells  # type: ignore[union-attr]
