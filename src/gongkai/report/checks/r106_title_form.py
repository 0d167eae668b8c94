"""The title reads {机关}{年}年政府信息公开工作年度报告."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import PRACTICE
from gongkai.report.checks.prose import squeezed
from gongkai.report.checks.telling import found, inside
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity, Where

CHECK = Check("R106", Severity.NOTICE, "标题写法是否规范", PRACTICE, ("title",))
_TITLE = re.compile(r".*?[0-9〇○零一二三四五六七八九]{4}年度?.*政府信息公开工作年度报告[）)》]?")


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """A notice: the form's own name, organ and year in either order; silent where no title was read."""
    title = squeezed(report.title or "")
    if not title or _TITLE.fullmatch(title):
        return
    wanted = f"{report.organ or '（机关名称）'}{report.year or '（年份）'}年政府信息公开工作年度报告"
    yield found(
        CHECK,
        Where(),
        f"标题“{inside(title)}”与规范写法不同，规范写法为“{wanted}”。",
        "请按“机关名称＋年份＋政府信息公开工作年度报告”改写标题。",
        said=title,
        expected=wanted,
    )
