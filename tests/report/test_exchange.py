"""The exchange form says what the interface promises, and nothing is lost on the way there and back."""

from __future__ import annotations

import json
from dataclasses import replace
from types import MappingProxyType

from hypothesis import HealthCheck, given, settings

from gongkai.report.document import AnnualReport, Chapter, Place, Source, Table
from gongkai.report.exchange import from_json, to_json
from tests.report.any_report import reports

SOURCE = Source("甲.html", "html", "0" * 64)


def with_table(table: Table, edition: str = "2021") -> AnnualReport:
    return AnnualReport(SOURCE, edition=edition, tables={table.key: table})


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports())
def test_there_and_back_loses_nothing(report: AnnualReport) -> None:
    assert from_json(json.loads(json.dumps(to_json(report)))) == report


def test_the_round_trip_would_notice_a_lost_cell() -> None:
    table = Table("remedies", {("reconsideration", "total"): None})
    report = with_table(table)
    assert from_json(to_json(report)).tables != replace(report, tables={"remedies": Table("remedies")}).tables


def test_four_values_stay_four() -> None:
    cells = {
        ("newly_received", "natural_person"): 0,
        ("newly_received", "business"): None,
        ("newly_received", "other"): "/",
    }
    row = to_json(with_table(Table("applications", cells)))["tables"]["applications"]["newly_received"]
    assert row == {"natural_person": 0, "business": None, "other": "/"}
    assert "total" not in row


def test_a_table_that_was_not_found_is_null_and_an_empty_one_is_not() -> None:
    tables = to_json(with_table(Table("remedies")))["tables"]
    assert tables == {"proactive": None, "applications": None, "remedies": {}}


def test_rows_and_columns_stand_in_the_order_of_the_form() -> None:
    cells = {("disclosed", "total"): 1, ("newly_received", "total"): 2, ("newly_received", "other"): 3}
    rows = to_json(with_table(Table("applications", cells)))["tables"]["applications"]
    assert [(row, list(columns)) for row, columns in rows.items()] == [
        ("newly_received", ["other", "total"]),
        ("disclosed", ["total"]),
    ]


def test_an_amount_is_a_decimal_string_with_its_unit_beside_it() -> None:
    key = ("administrative_charge", "amount")
    table = Table("proactive", {key: "12.50"}, units={key: "万元"})
    rows = to_json(with_table(table))["tables"]["proactive"]
    assert rows == {"administrative_charge": {"amount": "12.50", "unit": "万元"}}


def test_the_amount_of_the_trial_form_is_that_of_procurement() -> None:
    table = Table(
        "proactive",
        {("procurement", "projects"): 3, ("procurement", "amount"): "9"},
        units={("procurement", "amount"): "元"},
    )
    rows = to_json(with_table(table, "2019"))["tables"]["proactive"]
    assert rows == {"procurement": {"projects": 3, "amount": "9", "unit": "元"}}


def test_there_are_always_six_chapters() -> None:
    report = AnnualReport(SOURCE, chapters=(Chapter(2, "二、主动公开政府信息情况", True, "正文。"),))
    chapters = to_json(report)["chapters"]
    assert [(c["number"], c["found"]) for c in chapters] == [(n, n == 2) for n in range(1, 7)]
    assert chapters[1]["text"] == "正文。"


def test_part_is_only_there_for_one_of_several() -> None:
    assert "part" not in to_json(AnnualReport(SOURCE))
    assert to_json(AnnualReport(SOURCE, part=(1, 2)))["part"] == {"index": 1, "of": 2}


def test_places_in_the_file_are_not_carried() -> None:
    key = ("reconsideration", "total")
    table = Table("remedies", MappingProxyType({key: 1}), places={key: Place(page=2)})
    assert from_json(to_json(with_table(table))).table("remedies") == replace(table, places={})
