"""The page for a person."""

from __future__ import annotations

import re
from datetime import date

from gongkai.cli.examine import Style
from gongkai.cli.folding import columns
from gongkai.cli.printing import page
from gongkai.report.checks.dispositions import Disposition, State
from gongkai.report.document import AnnualReport, Chapter, Flag, Source, Statement, Table
from gongkai.values.findings import Finding, Severity, Where

WRONG = Finding(
    "R304",
    Severity.ERROR,
    Where(table="applications", row="disclosed", column="total", line=12),
    5,
    6,
    "国办公开办函〔2021〕30号",
    "六类申请人共 6 件，“总计”填报 5 件，相差 1 件。",
    "请核对这一行各格。",
)
REPORT = AnnualReport(
    Source("甲.html", "html", "0"),
    organ="临溪市司法局",
    organ_kind="justice",
    title="临溪市司法局2024年政府信息公开工作年度报告",
    year=2024,
    dated_on=date(2025, 1, 20),
    chapters=(Chapter(1, "一、总体情况", True, "收到申请6件。"),),
    tables={"applications": Table("applications", {("disclosed", "total"): 5}), "remedies": None},
    flags=(Flag(("applications", "carried_forward"), "两种读法不同"),),
    statements=(Statement("applications.received", 6, "件", "exact", 1, (4, 6), "6件", "differs"),),
    findings=(WRONG,),
)
PLAIN = Style()
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def test_the_page_tells_what_the_report_is_and_what_is_wrong() -> None:
    text = page(REPORT, PLAIN, {}, checked=True)
    for words in (
        "临溪市司法局2024年政府信息公开工作年度报告",
        "机关：临溪市司法局（司法行政机关）",
        "年度：2024",
        "格式：2021 年版",
        "落款日期：2025年1月20日",
        "没有找到这张表。",
        "«5»[1]",
        "[1] 错误 R304",
        WRONG.message,
        "怎么改：请核对这一行各格。",
        "依据：国办公开办函〔2021〕30号",
        "两种读法不同",
        "正文中的数字共 1 处：不符 1 处。",
        "没有找到的章节：",
    ):
        assert words in text, words


def test_there_is_colour_only_where_it_is_asked_for() -> None:
    coloured = page(REPORT, Style(colour=True), {}, checked=True)
    assert not ESCAPE.search(page(REPORT, PLAIN, {}, checked=True))
    assert ESCAPE.search(coloured)
    assert ESCAPE.sub("", coloured) == page(REPORT, PLAIN, {}, checked=True)


def test_lines_stay_within_the_width() -> None:
    for width in (70, 100, 160):
        text = page(REPORT, Style(width=width), {}, checked=True)
        assert max(map(columns, text.split("\n"))) <= width


def test_brief_leaves_the_tables_out_and_keeps_the_findings() -> None:
    text = page(REPORT, Style(brief=True), {}, checked=True)
    assert "─" not in text
    assert WRONG.message in text


def test_reading_says_nothing_of_findings() -> None:
    bare = REPORT.with_findings(())
    assert "没有发现问题" in page(bare, PLAIN, {}, checked=True)
    assert "没有发现问题" not in page(bare, PLAIN, {}, checked=False)


def test_a_dismissed_finding_is_told_with_its_decision_and_marks_nothing() -> None:
    decision = Disposition(WRONG.key, State.DISMISSED, "原件无误", "张三", date(2025, 3, 1))
    text = page(REPORT, PLAIN, {WRONG.key: decision}, checked=True)
    assert "处置：不是问题。原件无误（张三，2025年3月1日）" in text
    assert "«" not in text


def test_a_title_cannot_steer_the_terminal_nor_be_taken_for_markup() -> None:
    hostile = AnnualReport(Source("[red]a[/red]\x1b[2J", "txt", "0"), title="\x1b]0;x\x07[bold]题")
    text = page(hostile, PLAIN, {}, checked=True)
    assert "\x1b" not in text
    assert "[red]a[/red]" in text
    assert "[bold]题" in text
