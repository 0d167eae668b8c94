"""The object of ``gongkai rollup --json``."""

from __future__ import annotations

import json

from gongkai.report.checks.short_form import report_of
from gongkai.report.document import AnnualReport
from gongkai.report.rollup import rollup
from gongkai.report.rollup_form import as_json, open_names

KEY = "applications.newly_received.total"


def of(organ: str, value: object) -> AnnualReport:
    rows = {"applications": {"newly_received": [0, 0, 0, 0, 0, 0, value]}}
    return report_of({"fill": 0, "year": 2024, "organ": organ, "tables": rows})


def test_keys_and_values() -> None:
    value = as_json(rollup([of("甲局", 2), of("乙局", "空")], of("市局", 9), ["甲局", "乙局", "丙局"]))
    assert {"own", "children", "sum", "bounds", "missing", "findings"} <= set(value)
    assert value["sum"][KEY] == 2
    assert value["bounds"][KEY] == [2, 9]
    assert value["share"][KEY] == [0, 7]
    assert value["open"] == {KEY: ["乙局"]}
    assert value["missing"] == ["丙局"]
    assert value["own"]["tables"]["applications"]["newly_received"]["total"] == 9
    assert [child["organ"] for child in value["children"]] == ["乙局", "甲局"]
    assert json.loads(json.dumps(value)) == value


def test_what_is_not_counted_says_why() -> None:
    value = as_json(rollup([of("甲局", 2), of("甲局", 2)]))
    assert [child.get("left_out") for child in value["children"]] == [None, "duplicate"]
    assert value["own"] is None
    assert value["share"] == {}


def test_open_names_are_those_of_counted_children() -> None:
    found = rollup([of("甲局", "/"), of("乙局", 1)])
    assert open_names(found, ("applications", "newly_received", "total")) == ["甲局"]
