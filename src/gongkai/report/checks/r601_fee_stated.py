"""Chapter six tells whether a processing fee was charged, also where none was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FEE
from gongkai.report.checks.prose import in_words, shortened, squeezed
from gongkai.report.checks.telling import chapter_name, found
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity, Where

CHECK = Check("R601", Severity.WARNING, "是否报告信息处理费的收取情况", FEE, ("chapters",))
_FEE = re.compile(r"处理费|信息公开(?:收|费)|收取(?:政府)?信息|申请(?:人)?.{0,6}收取?.{0,4}费|收取.{0,10}费")


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """A warning; only a notice where another chapter tells of it. The trial form did not ask for it."""
    chapter = report.chapter(6)
    if (
        report.edition != "2021"
        or not chapter.found
        or shortened(report)
        or _FEE.search(squeezed(chapter.text))
    ):
        return
    name = chapter_name(report, 6)
    elsewhere = bool(_FEE.search(in_words(report)))
    place = "写在了其他部分" if elsewhere else "全文也没有读到"
    yield found(
        CHECK,
        Where(chapter=6),
        f"“{name}”部分没有报告信息处理费的收取情况，{place}。",
        "请在这一部分写明发出收费通知的件数、总金额和实际收取的总金额；没有收取的，"
        "写明本年没有收取信息处理费。",
        severity=Severity.NOTICE if elsewhere else None,
    )
