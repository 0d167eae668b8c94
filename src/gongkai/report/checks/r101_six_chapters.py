"""All six chapters that the form asks for are there."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import CONTENT, FORM_2021
from gongkai.report.checks.telling import found
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity, Where

CHECK = Check("R101", Severity.WARNING, "六个部分是否齐全", f"{FORM_2021}；{CONTENT}", ("chapters",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding for each chapter that was not found; one in all where none was."""
    missing = [n for n, _ in enumerate(report.form.chapters, 1) if not report.chapter(n).found]
    if len(missing) == len(report.form.chapters):
        yield found(
            CHECK,
            Where(),
            "没有读到年度报告规定的六个部分中的任何一个。",
            "请确认文件是不是年度报告正文：如正文在附件里，请改用附件核对。",
            said=0,
            expected=len(missing),
        )
        return
    for number in missing:
        title = report.form.chapters[number - 1].label
        yield found(
            CHECK,
            Where(chapter=number),
            f"没有读到“{title}”部分。",
            "请对照原件：如确缺这一部分，应补写，没有内容的写明“无”的具体情形；如只是标题写法不同，"
            "请改用规定的标题。",
            expected=title,
        )
