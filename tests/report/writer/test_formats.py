"""Every format by its name, and no other."""

from __future__ import annotations

import pytest

from gongkai.files.sniff import sniff
from gongkai.report.writer.formats import FORMATS, write
from tests.report.writer.test_layout import report_of


@pytest.mark.parametrize("to", FORMATS)
def test_the_bytes_are_of_the_kind_that_was_asked_for(to: str) -> None:
    assert sniff(f"a.{to}", write(report_of(), to)) == to


def test_an_unknown_format_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="odt"):
        write(report_of(), "odt")
