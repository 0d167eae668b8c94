"""The form of 2021 splits （六）其他处理 into three rows; a single row is the trial form's."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.cells import at, settled, unsplit_groups
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.checks.telling import found, row_name, table_name
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check(
    "R309",
    Severity.ERROR,
    "申请情况表第（六）项是否按现行格式分成三行",
    f"{FORM_2021}申请情况表第（六）项",
    ("applications",),
)


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """Fires where a group of the form that has rows of its own is printed as one row instead.

    Where the single row itself was not kept but all else was, the finding is a warning only.
    """
    table = report.table("applications")
    if table is None or report.edition != "2021":
        return
    official = report.form.table("applications")
    for key in unsplit_groups(report, table):
        if not settled(report, "applications", key, official.columns[0].key):
            continue
        rows = [r for r in official.rows if r.group == key]
        certain = any(row == key for row, _ in table.cells)
        name = row_name(report, "applications", key)
        split = "、".join(f"“{row.label}”" for row in rows)
        yield found(
            CHECK,
            at(report, "applications", key),
            f"{table_name(report, 'applications')}“{name}”没有分成规定的 {len(rows)}"
            f" 行{'，只填了一行' if certain else ''}。",
            f"请按现行格式把这一项分列为{split}，再分别填数。",
            said="1 行" if certain else None,
            expected=f"{len(rows)} 行",
            severity=None if certain else Severity.WARNING,
        )
