"""Rows that do not add up, in words."""

from __future__ import annotations

from gongkai.report.checks.check import Check
from gongkai.report.checks.row_rules import rows_add_up
from gongkai.report.checks.short_form import case_of
from gongkai.values.findings import Severity

CHECK = Check("R999", Severity.ERROR, "测试", "某条")


def test_parts_total_and_difference_are_named() -> None:
    rows = {"reconsideration": [1, 0, 2, 0, 5], "litigation_direct": [0, 0, 0, 0, 0]}
    report = case_of({"fill": 0, "tables": {"remedies": rows}}).report
    (finding,) = rows_add_up(report, CHECK, "I7", "四种结果")
    assert finding.message.endswith(
        "“行政复议”行：四种结果共 3 件（结果维持 1 件、其他结果 2 件），“总计”填报 5 件，相差 2 件。"
    )
    assert finding.hint == "请核对这一行各格；各分项无误的，总计应改为 3。"
    assert (finding.said, finding.expected) == (5, 3)


def test_a_blank_part_is_asked_for_first() -> None:
    rows = {"reconsideration": ["空", 0, 2, 0, 5]}
    report = case_of({"fill": 0, "tables": {"remedies": rows}}).report
    (finding,) = rows_add_up(report, CHECK, "I7", "四种结果")
    assert finding.severity is Severity.WARNING
    assert finding.hint.startswith("“行政复议”行“结果维持”列没有数字，请先补填")
