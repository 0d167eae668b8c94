"""Comparisons, line-ups and roll-ups as tidy tables: UTF-8 with its mark, one head row.

A text that a spreadsheet would take for a formula is given an apostrophe (:mod:`gongkai.report.formula`).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from gongkai.report.charts.choices import word
from gongkai.report.checks.telling import column_name, row_name, table_name
from gongkai.report.compare import Comparison
from gongkai.report.document import AnnualReport, Source
from gongkai.report.figures import column_of, figure, written
from gongkai.report.formula import guarded
from gongkai.report.lineup import Lineup
from gongkai.report.papers.comparison import change_number, names_of
from gongkai.report.papers.lineup import names_of as names_in_row
from gongkai.report.rollup import Bounds, Rollup
from gongkai.report.rollup_form import open_names
from gongkai.tables.form import Path
from gongkai.values.findings import Finding

_PLACE = ("表", "行", "列", "表的名称", "行名", "列名")
_MARK = "\ufeff"


def comparison(found: Comparison) -> bytes:
    """One line a cell: where, both sides, the change."""
    sides = (found.a, found.b)
    rows = (
        (*_place(_whose(sides, c.path), c.path), *(word(r, c.path) for r in sides), change_number(c))
        for c in found.cells
    )
    return _bytes((*_PLACE, *names_of(found.a, found.b), "增减"), rows)


def lineup(found: Lineup) -> bytes:
    """One line a cell: where, then what each report has there."""
    rows = (
        (*_place(_whose(found.reports, path), path), *(word(report, path) for report in found.reports))
        for path, _ in found.cells
    )
    return _bytes((*_PLACE, *names_in_row(found.reports)), rows)


def rollup(result: Rollup) -> bytes:
    """One line a cell: where, the sum, its bounds, the report above, its own share, who is not in the sum."""
    return _bytes(
        (*_PLACE, "下级合计", "下限", "上限", "上级报告", "本级下限", "本级上限", "没有计入这一格的机关"),
        (_sum(result, path) for path in result.paths),
    )


def findings(told: Iterable[tuple[str, Finding]]) -> bytes:
    """One line a finding, each with the name of the report it is of."""
    head = ("报告", "严重程度", "规则", "问题", "填报", "应为", "改法", "依据")
    rows = (
        (name, f.severity.label, f.code, f.message, _said(f.said), _said(f.expected), f.hint, f.clause)
        for name, f in told
    )
    return _bytes(head, rows)


def _said(value: object) -> str:
    return "" if value is None else str(value)


def _whose(reports: Sequence[AnnualReport], path: Path) -> AnnualReport:
    """A report whose form has the cell."""
    return next((r for r in reversed(reports) if column_of(r.edition, path) is not None), reports[-1])


def _place(report: AnnualReport, path: Path) -> tuple[str, ...]:
    key, row, column = path
    named = column_of(report.edition, path) is not None
    column_label = column_name(report, key, column) if named else column
    return (*path, table_name(report, key), row_name(report, key, row), column_label)


def _sum(result: Rollup, path: Path) -> tuple[str, ...]:
    form_of = AnnualReport(Source("", "", ""), edition=result.edition)
    own = figure(result.own, path) if result.own is not None else None
    total = result.total.get(path)
    return (
        *_place(form_of, path),
        *_pair((total, own), path)[:1],
        *_pair(result.bounds(path), path),
        *_pair((own, None), path)[:1],
        *_pair(result.share(path), path),
        "、".join(open_names(result, path)),
    )


def _pair(bounds: Bounds, path: Path) -> tuple[str, str]:
    low, high = ("" if value is None else str(written(value, path)) for value in bounds)
    return low, high


def _bytes(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([[guarded(t) for t in row] for row in _all(head, rows)])
    return (_MARK + out.getvalue()).encode("utf-8", "replace")


def _all(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    yield head
    yield from rows
