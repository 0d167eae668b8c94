"""What counts as a number when reports are compared or added up."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gongkai.report.checks.short_form import report_of
from gongkai.report.document import Candidate, Flag
from gongkai.report.figures import all_paths, column_of, dotted, figure, printed_paths, written
from gongkai.tables.form import TABLES

CELL = ("applications", "newly_received", "total")
CHARGE = ("proactive", "administrative_charge", "amount")


@pytest.mark.parametrize(
    ("printed", "counts"), [(0, 0), (7, 7), ("空", None), ("缺", None), ("/", None), ("无", None)]
)
def test_only_a_number_counts(printed: object, counts: int | None) -> None:
    report = report_of({"tables": {"applications": {"newly_received": [printed] * 7}}})
    assert figure(report, CELL) == counts


def test_a_table_that_was_not_found_counts_nothing() -> None:
    assert figure(report_of({"tables": {"applications": False}}), CELL) is None


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("1.5", "1.5"), ("15000元", "1.5"), ("0.00015亿元", "1.5"), ("1.5万元", "1.5"), ("/", None)],
)
def test_amounts_come_in_the_unit_of_the_form(printed: str, expected: str | None) -> None:
    report = report_of({"tables": {"proactive": {"administrative_charge": [printed]}}})
    assert figure(report, CHARGE) == (None if expected is None else Decimal(expected))


def test_an_unsettled_cell_counts_nothing_a_settled_one_does() -> None:
    from dataclasses import replace

    report = report_of({"fill": 3})
    doubt = Flag(CELL, "两种读法", (Candidate({CELL[1:]: 3}, "label"),))
    taken = Flag(CELL, "两种读法", (Candidate({CELL[1:]: 3}, "label", taken=True),))
    assert figure(replace(report, flags=(doubt,)), CELL) is None
    assert figure(replace(report, flags=(taken,)), CELL) == 3


def test_paths_stand_in_the_order_of_the_tables() -> None:
    tables = [TABLES.index(path[0]) for path in all_paths()]
    assert tables == sorted(tables)
    assert len(set(all_paths())) == len(all_paths()) > 200


def test_a_row_that_no_form_has_stands_last_in_its_table() -> None:
    from gongkai.report.document import AnnualReport, Source, Table

    cells = {("withheld", "total"): 1, ("disclosed", "total"): 2}
    odd = AnnualReport(Source("a", "html", ""), tables={"applications": Table("applications", cells)})
    assert [path[1] for path in printed_paths(odd)] == ["disclosed", "withheld"]


def test_written_as_the_exchange_form_has_it() -> None:
    assert written(Decimal("3.0"), CELL) == 3
    assert written(Decimal("3.5"), CELL) == "3.5"
    assert written(Decimal("3"), CHARGE) == "3"
    assert dotted(CELL) == "applications.newly_received.total"


def test_a_column_that_the_form_lacks() -> None:
    assert column_of("2021", ("proactive", "licence", "previous_year")) is None
