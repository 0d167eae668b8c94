"""The exchange form: by the schema, and nothing of a report lost."""

from __future__ import annotations

import json

from hypothesis import given, settings
from jsonschema import Draft202012Validator

from gongkai.report.exchange import from_json, to_json
from gongkai.report.schema import schema
from gongkai.report.writer.json import write
from tests.report.writer.printed_reports import printed_reports

VALIDATOR = Draft202012Validator(schema())


@settings(max_examples=20, deadline=None)
@given(printed_reports())
def test_the_object_is_valid_and_whole(report: object) -> None:
    data = write(report)  # type: ignore[arg-type]
    value = json.loads(data)
    assert list(VALIDATOR.iter_errors(value)) == []
    assert to_json(from_json(value)) == value
    assert data.endswith(b"}\n")


def test_control_what_is_no_report_is_not_valid() -> None:
    assert list(VALIDATOR.iter_errors({"schema": "gongkai/report/1"}))
