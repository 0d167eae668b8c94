"""The tables follow the edition of the form that is in force for the report's year."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.cells import at
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.checks.telling import column_name, found, table_name
from gongkai.report.document import AnnualReport
from gongkai.tables.form import EDITIONS, form
from gongkai.values.findings import Finding, Severity

CHECK = Check("R114", Severity.WARNING, "所用表格是否为报告年度的格式", FORM_2021, ("proactive",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """Rests on the columns that only one edition has, so a form told by its year alone is never judged."""
    table = report.table("proactive")
    if report.year is None or table is None:
        return
    in_force = max(
        (form(e) for e in EDITIONS if form(e).first_year <= report.year),
        key=lambda f: f.first_year,
        default=None,
    )
    if in_force is None or in_force.edition == report.edition:
        return
    others = {c.key for c in in_force.table("proactive").columns}
    own = {c for _, c in table.cells} - others
    if not own:
        return
    told = "、".join(
        f"“{column_name(report, 'proactive', c.key)}”"
        for c in report.form.table("proactive").columns
        if c.key in own
    )
    yield found(
        CHECK,
        at(report, "proactive"),
        f"{report.year} 年度报告的{table_name(report, 'proactive')}用的是{report.form.source}"
        f"的格式（有{told}），"
        f"应当用{in_force.source}的格式。",
        "请换用规定的表格重新填报。",
        said=report.form.source,
        expected=in_force.source,
    )
