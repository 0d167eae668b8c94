"""A DOCX says whose it is, who made it, and when it was published; the same report says the same."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import docx
import pytest

from gongkai.files.archives import Archive
from gongkai.report.reader.properties import PART, published_on
from gongkai.report.writer.docx import write
from tests.report.writer.test_layout import report_of

DAY = date(2025, 1, 20)


def test_the_standard_properties() -> None:
    core = docx.Document(
        io.BytesIO(write(replace(report_of(), title="长" * 300, organ="临溪市司法局")))
    ).core_properties
    assert (core.title, core.author, core.keywords) == ("长" * 255, "临溪市司法局", "gongkai")
    assert core.language == "zh-CN"


@pytest.mark.parametrize("day", [None, DAY])
def test_the_day_of_publication_is_there_where_it_is_known(day: date | None) -> None:
    package = Archive(write(replace(report_of(), published_on=day)))
    assert published_on(package) == (day.isoformat() if day else None)
    assert (PART in package.names) == (day is not None)
    assert (b"custom-properties" in package.read("[Content_Types].xml")) == (day is not None)
