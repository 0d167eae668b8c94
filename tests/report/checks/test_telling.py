"""Names as a reader sees them: from the form, never 表二."""

from __future__ import annotations

from gongkai.report.checks import telling
from gongkai.report.checks.check import Check
from gongkai.report.checks.short_form import case_of
from gongkai.values.findings import Severity, Where

REPORT = case_of({"fill": 0}).report
CHECK = Check("R999", Severity.WARNING, "测试", "某条")


def test_tables_and_chapters() -> None:
    assert telling.table_name(REPORT, "applications") == "三、收到和处理政府信息公开申请情况表"
    assert telling.chapter_name(REPORT, 6) == "六、其他需要报告的事项"
    assert telling.place_name(REPORT, 1) == "“一、总体情况”部分"
    assert telling.place_name(REPORT, 0) == "导语"


def test_rows_with_their_groups() -> None:
    def name(row: str) -> str:
        return telling.row_name(REPORT, "applications", row)

    assert name("disclosed") == "（一）予以公开"
    assert name("partly_disclosed") == "（二）部分公开"
    assert name("withheld.state_secret") == "（三）不予公开—1.属于国家秘密"
    assert name("withheld") == "（三）不予公开"
    assert name("disclosed+partly_disclosed") == "（一）予以公开与（二）部分公开"
    assert name("withheld.security_stability") == "（三）不予公开—3.危及‘三安全一稳定’"
    assert name("unknown") == "unknown"


def test_cells() -> None:
    assert telling.column_name(REPORT, "applications", "business") == "法人或其他组织—商业企业"
    assert telling.cell_name(REPORT, "proactive", "licence", "decisions") == "“行政许可”"
    assert telling.cell_name(REPORT, "remedies", "litigation_direct", "total") == (
        "“行政诉讼—未经复议直接起诉”行“总计”列"
    )


def test_many_cells_are_counted() -> None:
    cells = [("disclosed", c.key) for c in REPORT.form.table("applications").columns]
    assert telling.cell_names(REPORT, "applications", cells[:2]).count("行") == 2
    many = telling.cell_names(REPORT, "applications", cells)
    assert many.endswith("等 7 格")
    assert many.count("行") == telling.FEWER


def test_found_takes_the_checks_own_grade_unless_told() -> None:
    plain = telling.found(CHECK, Where(), "甲。", "乙。")
    assert (plain.code, plain.severity, plain.clause) == ("R999", Severity.WARNING, "某条")
    other = telling.found(CHECK, Where(), "甲。", "乙。", severity=Severity.NOTICE, clause="他条")
    assert (other.severity, other.clause) == (Severity.NOTICE, "他条")


def test_doubt_is_told_only_where_there_is_one() -> None:
    plain = telling.found(CHECK, Where(), "甲。", "乙。")
    assert telling.mark_doubt(REPORT, plain, "applications", [("disclosed", "total")]) == plain
    flagged = case_of({"fill": 0, "flag": [{"where": ["applications", "disclosed"]}]}).report
    marked = telling.mark_doubt(flagged, plain, "applications", [("disclosed", "total")])
    assert marked.hint.startswith("乙。此处版式有歧义")


def test_inner_quotation_marks() -> None:
    assert telling.inside("“甲”乙") == "‘甲’乙"
