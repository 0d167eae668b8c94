"""Our own JSON is read back: one object, a list, or a line for each report."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest

from gongkai.report.document import AnnualReport, Source, Table
from gongkai.report.exchange import to_json
from gongkai.report.reader.own import reports
from gongkai.values.errors import Refused
from gongkai.values.findings import Finding, Severity, Where

FINDING = Finding("R301", Severity.ERROR, Where(table="applications"), 1, 2, "依据", "不符。", "请改。")


def object_of(year: int) -> dict[str, object]:
    table = Table("remedies", {("reconsideration", "total"): None})
    report = AnnualReport(Source("原件.html", "html", "f" * 64), year=year, tables={"remedies": table})
    return to_json(report.with_findings((FINDING,)))


def encoded(*values: object) -> bytes:
    return "\n".join(json.dumps(value, ensure_ascii=False) for value in values).encode()


def test_one_object_is_one_report_of_this_file() -> None:
    data = encoded(object_of(2024))
    (report,) = reports(data, "存档.json")
    assert report.source == Source("存档.json", "json", hashlib.sha256(data).hexdigest())
    assert (report.year, report.part) == (2024, None)
    assert report.table("remedies") == Table("remedies", {("reconsideration", "total"): None})


def test_without_a_name_the_source_stays_what_it_was() -> None:
    assert reports(encoded(object_of(2024)))[0].source.file == "原件.html"


def test_findings_of_an_earlier_run_are_dropped() -> None:
    assert object_of(2024)["findings"]
    assert reports(encoded(object_of(2024)), "a.json")[0].findings == ()


def test_lines_and_lists_give_parts_in_order() -> None:
    lines = encoded(object_of(2023), object_of(2024)) + b"\n"
    array = json.dumps([object_of(2023), object_of(2024)]).encode()
    for data in (lines, array):
        assert [(r.year, r.part) for r in reports(data, "a.json")] == [(2023, (1, 2)), (2024, (2, 2))]


def test_a_line_separator_inside_a_text_does_not_cut_the_line() -> None:
    data = encoded({**object_of(2024), "title": "上\u2028下"}, object_of(2023))
    assert [r.title for r in reports(data, "a.json")] == ["上\u2028下", None]


def test_a_mark_at_the_head_and_lines_of_failures_are_passed_over() -> None:
    failure = {"source": {"file": "坏.pdf"}, "error": {"code": "damaged", "message": "文件已损坏。"}}
    data = b"\xef\xbb\xbf" + encoded(failure, object_of(2024))
    assert [r.year for r in reports(data, "a.json")] == [2024]


def test_a_decimal_number_becomes_its_text() -> None:
    value = object_of(2024)
    value["tables"]["proactive"] = {"administrative_charge": {"amount": 12.50}}  # type: ignore[index]
    data = json.dumps(value).encode()
    (report,) = reports(data, "a.json")
    assert replace(report).value(("proactive", "administrative_charge", "amount")) == "12.5"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{", "bad_json"),
        (b"[]", "bad_json"),
        (b'{"schema": NaN}', "bad_json"),
        (b"[" * 100_000, "bad_json"),
        (b"\xff\xfe{", "bad_json"),
        (b"{}", "bad_report_json"),
        (b'{"schema": "gongkai/report/1", "edition": "2021", "year": ' + b"9" * 5000 + b"}", "bad_json"),
        (b'{"source": {}, "error": {}}', "bad_json"),
    ],
)
def test_what_is_no_report_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        reports(data, "a.json")
    assert refusal.value.code == code
