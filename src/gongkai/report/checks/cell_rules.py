"""The rules about single cells, written once for the three tables: blank, absent, no number, negative,
not whole.

Each check module names its table and its code; the asking is done here. A rule about form (blank, ``/``)
gives one
finding a table that lists the places, a rule about a wrong value one finding a cell.
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.balances import instances, row_sum
from gongkai.report.checks.cells import (
    as_decimal,
    at,
    doubted,
    official_cells,
    printed_settled,
    rows_absent,
    unsplit_groups,
)
from gongkai.report.checks.check import Check
from gongkai.report.checks.telling import (
    SHOWN,
    cell_name,
    cell_names,
    column_name,
    found,
    mark_doubt,
    row_name,
    table_name,
)
from gongkai.report.document import AnnualReport
from gongkai.tables.equations import Instance
from gongkai.values.findings import Finding

Cells = list[tuple[str, str]]


def table_missing(report: AnnualReport, check: Check, key: str) -> Iterator[Finding]:
    """The whole table was not found."""
    if report.table(key) is None and not any(flag.where == (key,) for flag in report.flags):
        name = table_name(report, key)
        yield found(
            check,
            at(report, key),
            f"没有读到{name}。",
            "请打开原件确认：如表在附件或图片里，请另交附件核对；如确未编入，应按格式补编，没有数据的填 0。",
        )


def blank_cells(report: AnnualReport, check: Check, key: str) -> Iterator[Finding]:
    """Cells printed without anything in them; where a flag stands, the blank may be the reader's own."""
    blank = [
        cell
        for cell, value in printed_settled(report, key)
        if value is None and not doubted(report, key, [cell])
    ]
    table = report.table(key)
    if table is None or not blank:
        return
    zeros = sum(1 for value in table.cells.values() if value in (0, "0"))
    beside = f"，而同表另有 {zeros} 格填了 0，空白与 0 混用" if zeros else ""
    yield found(
        check,
        at(report, key, *blank[0]),
        f"{table_name(report, key)}有 {len(blank)} 格空白：{cell_names(report, key, blank)}{beside}。",
        "没有发生的请填 0，不留空白；漏填的请补填实际数字。",
        said=f"空白 {len(blank)} 格",
        expected="空白 0 格",
    )


def absent_cells(report: AnnualReport, check: Check, key: str) -> Iterator[Finding]:
    """Cells of the official table that the report does not print at all."""
    table = report.table(key)
    if table is None or not table.cells:
        return
    unsplit = _unsplit(report, key)
    absent = [
        cell
        for cell in official_cells(report, key)
        if cell not in table.cells and cell[0] not in unsplit and not doubted(report, key, [cell])
    ]
    if not absent:
        return
    gone = [row for row in rows_absent(table, report.form.table(key)) if row not in unsplit]
    told = f"缺 {len(absent)} 格：{cell_names(report, key, absent)}"
    if gone:
        rows = "、".join(f"“{row_name(report, key, row)}”" for row in gone[:SHOWN])
        told = f"缺 {len(gone)} 行：{rows}{'等' if len(gone) > SHOWN else ''}，共 {len(absent)} 格"
    yield found(
        check,
        at(report, key, absent[0][0], absent[0][1]),
        f"{table_name(report, key)}与规定格式相比{told}没有读到。",
        "请对照原件：原件确实没有的，请按格式补齐；原件有而没有读到的，请换用表格完整的文件再核对。",
        said=f"缺 {len(absent)} 格",
        expected="缺 0 格",
    )


def _unsplit(report: AnnualReport, key: str) -> frozenset[str]:
    """Rows left out only because their group is printed as one row: another rule speaks of them."""
    table = report.table(key)
    if table is None or key != "applications" or report.edition != "2021":
        return frozenset()
    groups = unsplit_groups(report, table)
    return frozenset(r.key for r in report.form.table(key).rows if r.group in groups)


def not_numbers(report: AnnualReport, check: Check, key: str) -> Iterator[Finding]:
    """Cells that hold text, such as ``/``, where a number belongs."""
    wrong: Cells = []
    words: list[str] = []
    for cell, value in printed_settled(report, key):
        if isinstance(value, str) and as_decimal(value) is None:
            wrong.append(cell)
            if value not in words:
                words.append(value)
    if wrong:
        printed = "、".join(f"“{word}”" for word in words[:SHOWN])
        yield found(
            check,
            at(report, key, *wrong[0]),
            f"{table_name(report, key)}有 {len(wrong)} 格填的不是数字（{printed}）："
            f"{cell_names(report, key, wrong)}。",
            "表中各格只填数字；没有发生的填 0，不用“/”“无”等代替。",
            said=f"{printed}，{len(wrong)} 格",
            expected="数字",
        )


def negatives(report: AnnualReport, check: Check, key: str) -> Iterator[Finding]:
    """Cells below nought, other than columns of increase and decrease."""
    official = report.form.table(key)
    for cell, value in printed_settled(report, key):
        if type(value) is int and value >= 0:
            continue
        amount = as_decimal(value)
        if amount is not None and amount < 0 and official.column(cell[1]).kind != "signed":
            finding = found(
                check,
                at(report, key, *cell),
                f"{table_name(report, key)}{cell_name(report, key, *cell)}填报 {value}，小于 0。",
                "数量和金额不能为负，请核对这一格。",
                said=value,
                expected="不小于 0",
            )
            yield mark_doubt(report, finding, key, [cell])


def broken_numbers(report: AnnualReport, check: Check, key: str) -> Iterator[Finding]:
    """Counts that are not whole numbers; amounts may have decimals."""
    official = report.form.table(key)
    for cell, value in printed_settled(report, key):
        if type(value) is int:
            continue
        amount = as_decimal(value)
        whole = amount is None or amount == amount.to_integral_value()
        if not whole and official.column(cell[1]).kind != "amount":
            finding = found(
                check,
                at(report, key, *cell),
                f"{table_name(report, key)}{cell_name(report, key, *cell)}填报 {value}，不是整数。",
                "件数只能是整数，请核对这一格。",
                said=value,
                expected="整数",
            )
            yield mark_doubt(report, finding, key, [cell])


def blank_totals(report: AnnualReport, check: Check, key: str) -> Iterator[Finding]:
    """Totals left blank although the parts are printed: the total is computed and told."""
    table = report.table(key)
    if table is None:
        return
    for wanted in report.form.equations_of(key):
        if len(wanted.right) != 1:
            continue
        for instance in instances(report.edition, wanted.id):
            total = instance.right[0]
            if table.cells.get(total, 0) is not None or doubted(report, key, instance.cells):
                continue
            parts = [(c, n) for c in instance.left if (n := table.number(*c)) is not None and n]
            if parts and (
                wanted.along == "row" or row_sum(report, table, total[0]) is None or total[1] != "total"
            ):
                yield _blank_total(report, check, key, instance, parts)


def _blank_total(
    report: AnnualReport, check: Check, key: str, instance: Instance, parts: list[tuple[tuple[str, str], int]]
) -> Finding:
    along, total = instance.equation.along, instance.right[0]
    computed = sum(n for _, n in parts)

    def part_name(cell: tuple[str, str]) -> str:
        return column_name(report, key, cell[1]) if along == "row" else row_name(report, key, cell[0])

    told = "、".join(f"{part_name(cell)} {n} 件" for cell, n in parts[:SHOWN])
    more = " 等" if len(parts) > SHOWN else ""
    return found(
        check,
        at(report, key, *total),
        f"{table_name(report, key)}{cell_name(report, key, *total)}空白，而各分项已填（{told}{more}），"
        f"合计应为 {computed} 件。",
        f"请补填总计；各分项无误的，填 {computed}。",
        expected=computed,
    )
