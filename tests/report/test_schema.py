"""The schema accepts every output, and refuses what the interface does not allow."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from gongkai.report.document import AnnualReport, Source, Table
from gongkai.report.exchange import to_json
from gongkai.report.schema import schema
from tests.report.any_report import reports

VALIDATOR = Draft202012Validator(schema())


def plain() -> dict[str, Any]:
    tables = {"applications": Table("applications", {("disclosed", "total"): 1})}
    return to_json(AnnualReport(Source("a", "txt", "0"), tables=tables))


def test_the_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(schema())


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports())
def test_every_report_validates(report: AnnualReport) -> None:
    VALIDATOR.validate(json.loads(json.dumps(to_json(report))))


def test_a_failure_validates() -> None:
    VALIDATOR.validate({"source": {"file": "a.pdf"}, "error": {"code": "damaged", "message": "文件已损坏。"}})


def _unknown_row(value: dict[str, Any]) -> None:
    value["tables"]["applications"]["granted"] = {"total": 1}


def _real_number(value: dict[str, Any]) -> None:
    value["tables"]["applications"]["disclosed"]["total"] = 1.5


def _column_of_another_row(value: dict[str, Any]) -> None:
    value["tables"]["proactive"] = {"licence": {"issued": 1}}


def _five_chapters(value: dict[str, Any]) -> None:
    value["chapters"].pop()


def _no_findings(value: dict[str, Any]) -> None:
    del value["findings"]


def _day_in_words(value: dict[str, Any]) -> None:
    value["dated_on"] = "2025年1月31日"


@pytest.mark.parametrize(
    "spoil",
    [_unknown_row, _real_number, _column_of_another_row, _five_chapters, _no_findings, _day_in_words],
)
def test_what_the_interface_does_not_allow_is_refused(spoil: Callable[[dict[str, Any]], None]) -> None:
    value = plain()
    assert VALIDATOR.is_valid(value)
    spoil(value)
    assert not VALIDATOR.is_valid(value)


def test_with_a_vocabulary_only_its_subjects_are_allowed() -> None:
    closed = Draft202012Validator({**schema({"fee.charged": "收费金额"}), "$ref": "#/$defs/subject"})
    only_subject = closed.evolve(schema={"$defs": closed.schema["$defs"], "$ref": "#/$defs/subject"})
    assert only_subject.is_valid("fee.charged")
    assert not only_subject.is_valid("fee.waived")


def test_rows_carry_the_official_labels() -> None:
    row = schema()["$defs"]["remedies"]["properties"]["reconsideration"]
    assert (
        row["title"]
        == AnnualReport(Source("a", "txt", "0")).form.table("remedies").row("reconsideration").label
    )


def test_a_row_of_another_edition_may_be_printed() -> None:
    value = plain()
    value["tables"]["applications"]["otherwise"] = {"total": 1}
    assert value["edition"] == "2021"
    assert VALIDATOR.is_valid(value)
