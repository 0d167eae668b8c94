"""Chapter six speaks of the processing fee, not of the administrative charges that chapter two's table
counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FEE
from gongkai.report.checks.prose import squeezed
from gongkai.report.checks.telling import chapter_name, found, row_name, table_name
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity, Where

CHECK = Check("R602", Severity.NOTICE, "信息处理费与表中的收费是否混为一谈", FEE, ("chapters",))
_OWN_WORDS = "处理费"


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """Fires where chapter six names the charge of the table and nowhere the processing fee."""
    text = squeezed(report.chapter(6).text)
    charge = row_name(report, "proactive", "administrative_charge")
    if report.edition == "2021" and charge in text and _OWN_WORDS not in text:
        yield found(
            CHECK,
            Where(chapter=6),
            f"“{chapter_name(report, 6)}”部分写的是“{charge}”，没有写信息处理费；"
            f"{table_name(report, 'proactive')}中的“{charge}”是本机关全部此类收费，两者不是一回事。",
            "请另行写明因申请公开政府信息而收取的信息处理费；没有收取的，写明没有收取。",
            said=charge,
            expected="信息处理费",
        )
