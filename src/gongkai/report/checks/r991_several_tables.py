"""Several tables of one kind stand in the file; one of them was taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gongkai.report.checks.cells import at
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import READING
from gongkai.report.checks.telling import found, table_name
from gongkai.report.document import AnnualReport
from gongkai.tables.form import TABLES
from gongkai.values.findings import Finding, Severity

CHECK = Check("R991", Severity.NOTICE, "同一种表是否读到不止一张", READING, TABLES)


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One notice for each kind of table."""
    others = Counter(table.key for table in report.other_tables)
    for key in TABLES:
        if others[key]:
            yield found(
                CHECK,
                at(report, key),
                f"{table_name(report, key)}在文件里读到 {others[key] + 1} 张，核对用的是勾稽最相符的一张。",
                "请确认核对的是本机关本年度的表；其余各张也列在读取结果里。",
                said=others[key] + 1,
                expected=1,
            )
