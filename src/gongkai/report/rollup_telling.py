"""What is out of the ordinary in a roll-up, and its numbers, in words for the terminal and the paper."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from gongkai.report.checks.subordinates import name_of
from gongkai.report.document import AnnualReport
from gongkai.report.figures import written
from gongkai.report.rollup import CONTAINED, DUPLICATE, OTHER_EDITION, OTHER_YEAR, Bounds, Rollup
from gongkai.report.rollup_form import open_names
from gongkai.tables.form import Path
from gongkai.values.findings import Severity

LEFT_OUT = {
    DUPLICATE: "重复，只计一次",
    CONTAINED: "已含在上一级政府的报告里，为避免重复没有计入",
    OTHER_YEAR: "不是同一年度，没有计入",
    OTHER_EDITION: "报告格式的版本不同，没有计入",
}
SHOWN = 3


class Exceptional(NamedTuple):
    """One thing out of the ordinary: what kind, how grave, what is the case and what to do."""

    label: str
    severity: Severity
    text: str


def exceptions(result: Rollup) -> Iterator[Exceptional]:
    """Who is missing, who was left out and why, whose own report has errors, whose cells are open."""
    if result.missing:
        names = "、".join(result.missing)
        yield Exceptional("缺报", Severity.ERROR, f"缺 {len(result.missing)} 份：{names}。")
    if result.unexpected:
        names = "、".join(result.unexpected)
        text = f"名单之外 {len(result.unexpected)} 份：{names}。请核对名称。"
        yield Exceptional("多报", Severity.WARNING, text)
    for child in result.children:
        if child.left_out is not None:
            text = f"没有计入：{_named(child.report)}（{LEFT_OUT[child.left_out]}）。"
            yield Exceptional("未计", Severity.WARNING, text)
    yield from _own_faults(result)


def _own_faults(result: Rollup) -> Iterator[Exceptional]:
    wrong = [c for c in result.counted if any(f.severity is Severity.ERROR for f in c.findings)]
    if wrong:
        names = "、".join(map(name_of, wrong))
        text = f"自身有错误的报告 {len(wrong)} 份：{names}。合计照所印的数字计算，请先核对这些报告。"
        yield Exceptional("有错", Severity.WARNING, text)
    loose = [p for p in result.paths if open_names(result, p)]
    if loose:
        whose = list(dict.fromkeys(n for p in loose for n in open_names(result, p)))
        names = "、".join(whose[:SHOWN]) + (" 等" if len(whose) > SHOWN else "")
        text = f"{len(loose)} 格有下级空白、不是数字或者没有读准（{names}），合计只是下限。"
        yield Exceptional("不全", Severity.NOTICE, text)


def _named(report: AnnualReport) -> str:
    year = f"{report.year} 年" if report.year is not None else "年度没有找到"
    return f"{report.organ or '机关没有找到'}　{year}　{report.source.file}"


def number_text(value: Decimal | None, path: Path) -> str:
    """A number as the exchange form has it; a dash where there is none."""
    return "–" if value is None else str(written(value, path))


def range_text(bounds: Bounds, path: Path) -> str:
    """The bounds of a true sum: one number where they meet, at least, at most, between, or unknown."""
    low, high = bounds
    if low is not None and low == high:
        return number_text(low, path)
    if low is None and high is None:
        return "不明"
    if high is None:
        return f"不少于 {number_text(low, path)}"
    return (
        f"不多于 {number_text(high, path)}"
        if low is None
        else f"{number_text(low, path)}—{number_text(high, path)}"
    )
