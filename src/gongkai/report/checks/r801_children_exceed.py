"""What subordinates report together is no more than what the organ above them reports.

Missing children and blank cells only lower the sum, so a sum that is too high is certain all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gongkai.report.checks.cells import at, official_cells
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import SUMMING
from gongkai.report.checks.subordinates import countable, name_of
from gongkai.report.checks.telling import SHOWN, cell_name, found, mark_doubt, table_name
from gongkai.report.document import AnnualReport
from gongkai.report.figures import figure
from gongkai.tables.form import TABLES
from gongkai.values.findings import Finding, Scalar, Severity

CHECK = Check(
    "R801", Severity.ERROR, "下级各机关之和是否不超过本级报告的数字", SUMMING, (*TABLES, "children")
)


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding for each cell; silent where the organ's own cell holds no settled number."""
    children = countable(report, context)
    if not children:
        return
    for key in TABLES:
        official = report.form.table(key)
        for row, column in official_cells(report, key):
            own = _value(report, key, row, column)
            if own is None or official.column(column).kind == "signed":
                continue
            told = [(c, v) for c in children if (v := _value(c, key, row, column)) is not None]
            total = sum((v for _, v in told), Decimal(0))
            if total > own:
                yield _finding(report, (key, row, column), own, told, context)


def _finding(
    report: AnnualReport,
    path: tuple[str, str, str],
    own: Decimal,
    told: list[tuple[AnnualReport, Decimal]],
    context: Context,
) -> Finding:
    key, row, column = path
    total = sum((v for _, v in told), Decimal(0))
    largest = sorted((pair for pair in told if pair[1]), key=lambda pair: -pair[1])
    names = "、".join(f"{name_of(c)} {v}" for c, v in largest[:SHOWN])
    more = " 等" if len(largest) > SHOWN else ""
    bound = "；还有下级没有交来，实际只会更多" if context.missing_children else ""
    finding = found(
        CHECK,
        at(report, *path),
        f"{table_name(report, key)}{cell_name(report, key, row, column)}：下级 {len(told)} 个机关共 {total}"
        f"（{names}{more}{bound}），本级报告只有 {own}，少 {total - own}。",
        "请核对本级汇总是否漏计；下级填错的，请通知其更正后重新汇总。",
        said=_scalar(own),
        expected=f"不少于 {total}",
    )
    return mark_doubt(report, finding, key, [(row, column)])


def _value(report: AnnualReport, key: str, row: str, column: str) -> Decimal | None:
    """Amounts in the unit of the form, whatever unit the report prints."""
    return figure(report, (key, row, column))


def _scalar(value: Decimal) -> Scalar:
    return int(value) if value == value.to_integral_value() else str(value)
