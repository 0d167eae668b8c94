"""JSON from outside is taken only where every value is what it should be; the refusal names the key."""

from __future__ import annotations

from typing import Any

import pytest

from gongkai.report.document import AnnualReport, Source, Statement, Table
from gongkai.report.exchange import to_json
from gongkai.report.exchange_back import from_json
from gongkai.values.errors import Refused


def good() -> dict[str, Any]:
    table = Table("applications", {("disclosed", "total"): 1})
    statement = Statement("fee.charged", 0, "元", "exact", 6, (0, 4), "收费0元")
    report = AnnualReport(
        Source("a", "txt", "0"), tables={"applications": table}, statements=(statement,), year=2024
    )
    return to_json(report)


def test_the_untouched_object_is_taken() -> None:
    assert from_json(good()).year == 2024


def test_keys_that_are_not_known_are_passed_over() -> None:
    assert from_json({**good(), "remark": {"more": 1}}) == from_json(good())


@pytest.mark.parametrize(
    ("path", "value", "named"),
    [
        (["schema"], "other/1", "schema"),
        (["edition"], "1998", "edition"),
        (["year"], "2024", "year"),
        (["year"], True, "year"),
        (["source"], [], "source"),
        (["dated_on"], "2025-02-30", "dated_on"),
        (["title"], 7, "title"),
        (["chapters", 0, "found"], "yes", "chapters[0].found"),
        (["chapters"], {}, "chapters"),
        (["tables", "applications", "disclosed", "total"], 1.5, "tables.applications.disclosed.total"),
        (["tables", "applications", "disclosed", "total"], True, "tables.applications.disclosed.total"),
        (["tables", "applications", "disclosed", "extra"], 1, "tables.applications.disclosed.extra"),
        (["tables", "applications", "disclosed"], 1, "tables.applications.disclosed"),
        (["statements", 0, "span"], [1], "statements[0].span"),
        (["statements", 0, "value"], None, "statements[0].value"),
        (["statements", 0, "against"], [1], "statements[0].against"),
        (["flags"], [{"where": ["applications"]}], "flags[0].why"),
        (["other_tables"], [{"table": "budget", "rows": {}}], "other_tables[0].table"),
        (["findings"], [{"code": "R301", "severity": "fatal"}], "findings[0].severity"),
    ],
)
def test_a_wrong_value_is_refused_by_its_path(path: list[Any], value: object, named: str) -> None:
    whole = good()
    inner: Any = whole
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    with pytest.raises(Refused) as refusal:
        from_json(whole)
    assert refusal.value.code == "bad_report_json"
    assert named in refusal.value.message


@pytest.mark.parametrize("value", [None, [], "text", 3])
def test_what_is_no_object_is_refused(value: object) -> None:
    with pytest.raises(Refused, match="应为对象"):
        from_json(value)
