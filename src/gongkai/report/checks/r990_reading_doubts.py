"""What the reader could not settle, told as such: never the office's error."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.cells import at
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import READING
from gongkai.report.checks.telling import FEWER, SHOWN, cell_name, found, row_name, table_name
from gongkai.report.document import AnnualReport, Candidate, Flag
from gongkai.tables.form import TABLES
from gongkai.values.findings import Finding, Severity, Where

CHECK = Check("R990", Severity.NOTICE, "有没有读不准的地方", READING, TABLES)
_BY = {"label": "按行名、列名", "geometry": "按格子位置", "equations": "按勾稽关系"}


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One notice for each flag, with the readings that were weighed."""
    for flag in report.flags:
        taken = any(reading.taken for reading in flag.readings)
        told = [words for reading in flag.readings if (words := _told(report, flag, reading))]
        readings = "；".join(told[:FEWER]) + (f"；等 {len(told)} 种" if len(told) > FEWER else "")
        yield found(
            CHECK,
            _where(report, flag),
            f"{_name(report, flag)}{'有几种读法，已取定一种' if taken else '读不准，没有取值'}："
            f"{flag.why.rstrip('。')}。{readings + '。' if readings else ''}",
            "这是读取的疑点，不是机关填报的差错，请对照原件确认数字。",
            said=flag.why,
        )


def _name(report: AnnualReport, flag: Flag) -> str:
    table = flag.where[0] if flag.where else ""
    if table not in TABLES:
        return "这一处"
    name = table_name(report, table)
    if len(flag.where) == 1:
        return f"{name}整张表"
    if len(flag.where) == 2:
        return f"{name}“{row_name(report, table, flag.where[1])}”行"
    return f"{name}{cell_name(report, table, flag.where[1], flag.where[2])}这一格"


def _where(report: AnnualReport, flag: Flag) -> Where:
    if not flag.where or flag.where[0] not in TABLES:
        return Where()
    return at(report, *flag.where)


def _told(report: AnnualReport, flag: Flag, reading: Candidate) -> str:
    """One reading in words: by which method, which numbers."""
    if not flag.where or flag.where[0] not in TABLES or not reading.cells:
        return ""
    values = [
        "空白" if v is None else str(v)
        for cell, v in sorted(reading.cells.items())
        if flag.covers(flag.where[0], *cell)
    ]
    shown = "、".join(values[:SHOWN]) + ("等" if len(values) > SHOWN else "")
    mark = "（已采用）" if reading.taken else ""
    return f"{_BY.get(reading.by, '另一种读法')}读作 {shown}{mark}" if values else ""
