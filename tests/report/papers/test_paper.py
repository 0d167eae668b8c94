"""Findings and charts as parts of a paper."""

from __future__ import annotations

from decimal import Decimal

from gongkai.report.charts.chart import Series, bars
from gongkai.report.papers.paper import Words, figures, findings_points, findings_section
from gongkai.values.findings import Finding, Severity, Where

FINDING = Finding("R701", Severity.ERROR, Where(), 1, 2, "某条例第几条", "两数不等。", "请核对。")


def test_a_finding_becomes_a_point_with_what_to_do_and_why() -> None:
    (point,) = findings_points([FINDING])
    assert (point.label, point.tone, point.text) == ("错误", "error", "两数不等。")
    assert point.lines == (("改法", "请核对。"), ("依据", "某条例第几条（规则 R701）"))


def test_no_finding_is_a_sentence() -> None:
    (words,) = findings_section((), "没有问题。").parts
    assert words == Words("没有问题。", "well")


def test_a_figure_has_its_drawing_and_its_table() -> None:
    chart = bars("a", "申请", "件", ["甲"], [Series("今年", (Decimal(2),), ("2",))])
    (figure,) = figures([chart], "x-")
    assert figure.svg.startswith("<svg")
    assert [[cell.text for cell in row] for row in figure.table.rows] == [["甲", "2"]]
    assert (figure.width, figure.height) == (chart.width, chart.height)
