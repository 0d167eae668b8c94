"""The sample table: the headings with one invented line, what to write in each, the words of the results."""

from __future__ import annotations

from functools import cache

from gongkai.report.writer.rows import xlsx_sheets
from gongkai.statute.decisions import kinds
from gongkai.tables.form import form
from gongkai.web.backlog.columns import COLUMNS


@cache
def sample() -> bytes:
    """The workbook (XLSX)."""
    rows = {row.key: row.label for row in form("2021").table("applications").rows}
    return xlsx_sheets(
        ("申请台账", [one.heading for one in COLUMNS], [[one.example for one in COLUMNS]]),
        ("填写说明", ["列名", "必填", "怎样填写"], [[one.heading, one.needed, one.says] for one in COLUMNS]),
        (
            "办理结果写法",
            ["办理结果", "年度报告中的行", "依据"],
            [[kind.title, rows[kind.row], "；".join(kind.articles)] for kind in kinds()],
        ),
    )
