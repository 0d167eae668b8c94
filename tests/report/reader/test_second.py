"""A second opinion is asked only where the first reading leaves something open, and taken only if it is better."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from gongkai.report.document import AnnualReport, Source, Table
from gongkai.report.reader.blocks import Document
from gongkai.report.reader.second import NOTE, gaps, settle_with
from gongkai.tables.form import TABLES, form


def whole(number: int = 0) -> AnnualReport:
    """A report whose three tables are there; ``number`` stands in one total that nothing adds up to."""
    tables = {
        key: Table(key, MappingProxyType({(r, c): 0 for _, r, c in form("2021").table(key).paths()}))
        for key in TABLES
    }
    cells = {**tables["remedies"].cells, ("reconsideration", "total"): number}
    tables["remedies"] = replace(tables["remedies"], cells=MappingProxyType(cells))
    return AnnualReport(Source("a.doc", "doc", "0"), tables=MappingProxyType(tables))


def without_table() -> AnnualReport:
    return replace(whole(), tables=MappingProxyType({**whole().tables, "remedies": None}))


def test_a_reading_that_adds_up_asks_nobody() -> None:
    def ask() -> Document:
        pytest.fail("nothing was open")

    first = Document("doc")
    assert settle_with(first, [whole()], ask, lambda d: [])[0] is first


def test_a_lost_table_is_taken_from_the_second_reading_with_a_note() -> None:
    second = Document("doc")
    document, reports = settle_with(Document("doc"), [without_table()], lambda: second, lambda d: [whole()])
    assert document is second
    assert reports == [whole()]
    assert second.notes == [NOTE]


def test_where_both_read_the_same_error_it_is_the_office_that_printed_it() -> None:
    first, second = Document("doc"), Document("doc")
    document, reports = settle_with(first, [whole(3)], lambda: second, lambda d: [whole(3)])
    assert document is first
    assert reports == [whole(3)]
    assert second.notes == []


def test_a_worse_second_reading_is_left() -> None:
    first = Document("doc")
    document, _ = settle_with(first, [whole(3)], lambda: Document("doc"), lambda d: [without_table()])
    assert document is first


def test_without_a_second_reader_the_first_stands() -> None:
    first = Document("doc")
    assert settle_with(first, [without_table()], lambda: None, lambda d: [])[0] is first


def test_missing_tables_weigh_more_than_sums() -> None:
    assert gaps([without_table()]) > gaps([whole(3)]) > gaps([whole()])
