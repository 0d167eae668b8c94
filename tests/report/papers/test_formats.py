"""Every kind of what was found comes out in every format."""

from __future__ import annotations

import json

import pytest

from gongkai.report.papers.formats import FORMATS, Found, exchange, paper, write
from tests.report.papers.found import a_row, a_sum, two_years

HEADS = {"html": b"<!DOCTYPE", "pdf": b"%PDF-", "json": b"{", "csv": b"\xef\xbb\xbf"}


@pytest.mark.parametrize("found", [two_years(), a_row(), a_sum()], ids=["comparison", "lineup", "rollup"])
def test_each_format_begins_as_it_should(found: Found) -> None:
    assert [to for to in FORMATS if write(found, to).startswith(HEADS[to])] == list(FORMATS)
    assert json.loads(write(found, "json")) == exchange(found)
    assert paper(found).sections


def test_another_format_is_refused() -> None:
    with pytest.raises(KeyError):
        write(two_years(), "docx")
