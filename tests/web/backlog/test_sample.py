"""The sample is a table that can be brought in."""

from __future__ import annotations

from gongkai.web.backlog.lines import understood
from gongkai.web.backlog.sample import sample
from gongkai.web.backlog.sheets import sheet
from tests.web.backlog.table import READING


def test_the_sample_reads_back_without_an_error() -> None:
    found = sheet(sample())
    lines = understood(found.lines, READING)
    assert lines[0].errors == []
    assert lines[0].values["name"] == "示例甲"
