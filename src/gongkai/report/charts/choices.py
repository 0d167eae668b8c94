"""Which charts there are for reports laid side by side: the years of one organ, or many organs of one year.

Each takes the reports and what to call each of them, and gives a chart, or None where there is nothing to
draw: no report prints one of its figures, or all are 0. Labels are those of the form, without numbering.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from gongkai.report.charts.chart import MOST_SERIES, Chart, Series, bars
from gongkai.report.checks.telling import chapter_name, short
from gongkai.report.compare import side_of
from gongkai.report.document import AnnualReport
from gongkai.report.figures import figure
from gongkai.report.printed import NOT_PRINTED, UNSETTLED
from gongkai.report.reader.normal import without_enumerator
from gongkai.tables.form import Label, Path, TableForm

MOST_ORGANS = 30
"""So many organs are drawn in one chart; the tables have them all."""
UNIT = "件"
Reports = Sequence[AnnualReport]
Names = Sequence[str]
Maker = Callable[[Reports, Names], Chart | None]
Figures = Sequence[tuple[str, Sequence[Path]]]
"""A name, and the cells that are added up under it."""


def years(reports: Reports, names: Names) -> tuple[Chart, ...]:
    """The charts of one organ's years (or of a few reports side by side): main figures, applicants, outcomes,
    remedies.
    """
    last = slice(-MOST_SERIES, None)
    return _made((main_figures, applicants, outcomes, remedies), reports[last], names[last])


def organs(reports: Reports, names: Names) -> tuple[Chart, ...]:
    """The charts of many organs of one year: applications received, kinds of outcome, remedies."""
    return _made((received, dealt, contested), reports[:MOST_ORGANS], names[:MOST_ORGANS])


def _made(makers: Iterable[Maker], reports: Reports, names: Names) -> tuple[Chart, ...]:
    return tuple(chart for make in makers if (chart := make(reports, names)) is not None)


def main_figures(reports: Reports, names: Names) -> Chart | None:
    """Applications that came, were carried over and dealt with; reconsiderations and suits: the totals."""
    table = _table(reports, "applications")
    rows = [row.key for row in table.rows if row.group is None]
    rows[-1:-1] = ["disclosed", "partly_disclosed", "total_outcomes"]
    figures: Figures = [(_row(table, key), [("applications", key, "total")]) for key in rows]
    title = without_enumerator(chapter_name(reports[-1], 3))
    return _side_by_side("main", f"主要数字（{title}）", figures, reports, names)


def applicants(reports: Reports, names: Names) -> Chart | None:
    """Applications newly received, by kind of applicant."""
    table = _table(reports, "applications")
    columns = [column for column in table.columns if column.key != "total"]
    figures = [(column.label, [("applications", "newly_received", column.key)]) for column in columns]
    return _side_by_side(
        "applicants", f"{_row(table, 'newly_received')}（按申请人）", figures, reports, names
    )


def outcomes(reports: Reports, names: Names) -> Chart | None:
    """Outcomes by row, those alone that some report has."""
    table = _table(reports, "applications")
    figures = [(_row(table, key), [("applications", key, "total")]) for key in table.outcomes]
    some = [(name, paths) for name, paths in figures if any(figure(r, paths[0]) for r in reports)]
    return _side_by_side("outcomes", _name(table.group("outcomes")), some, reports, names)


def remedies(reports: Reports, names: Names) -> Chart | None:
    """Reconsiderations and suits: the totals, side by side."""
    title = without_enumerator(chapter_name(reports[-1], 4))
    return _side_by_side("remedies", title, _remedies(reports), reports, names)


def received(reports: Reports, names: Names) -> Chart | None:
    """Applications newly received by each organ, in the order of the reports."""
    table = _table(reports, "applications")
    figures = [(_row(table, "newly_received"), [("applications", "newly_received", "total")])]
    return _by_organ("received", figures[0][0], figures, reports, names)


def dealt(reports: Reports, names: Names) -> Chart | None:
    """Outcomes of each organ, kinds end to end."""
    table = _table(reports, "applications")
    kinds: dict[str, list[Path]] = {}
    for key in table.outcomes:
        group = table.row(key).group
        kinds.setdefault(key if group in (None, "outcomes") else str(group), []).append(
            ("applications", key, "total")
        )
    figures = [(_row(table, kind), paths) for kind, paths in kinds.items()]
    return _by_organ("dealt", _name(table.group("outcomes")), figures, reports, names)


def contested(reports: Reports, names: Names) -> Chart | None:
    """Reconsiderations and suits of each organ."""
    title = without_enumerator(chapter_name(reports[-1], 4))
    return _by_organ("contested", title, _remedies(reports), reports, names)


def _remedies(reports: Reports) -> Figures:
    table = _table(reports, "remedies")
    return [(_row(table, row.key), [("remedies", row.key, "total")]) for row in table.rows]


def _table(reports: Reports, key: str) -> TableForm:
    """The table as the form of the last report has it: its rows name those of earlier editions too."""
    return reports[-1].form.table(key)


def _known(table: TableForm, key: str) -> bool:
    return any(row.key == key for row in table.rows)


def _name(label: Label) -> str:
    return without_enumerator(short(label.label))


def _row(table: TableForm, key: str) -> str:
    """A row under its group, or a group, as in 不予公开：属于国家秘密; a total by its group too."""
    if not _known(table, key):
        return _name(table.group(key))
    if key == "total_outcomes":
        return f"{_name(table.group('outcomes'))}：{_name(table.row(key))}"
    row = table.row(key)
    above = (
        "" if row.group in (None, "outcomes") or not table.outcomes else f"{_name(table.group(row.group))}："
    )
    return f"{above}{_name(row)}"


def _side_by_side(key: str, title: str, figures: Figures, reports: Reports, names: Names) -> Chart | None:
    """Figures down the side, one series a report."""
    told = [[_value(report, paths) for _, paths in figures] for report in reports]
    if not any(number for one in told for number, _ in one):
        return None
    series = [_series(name, one) for name, one in zip(names, told, strict=True)]
    return bars(key, title, UNIT, [name for name, _ in figures], series)


def _by_organ(key: str, title: str, figures: Figures, reports: Reports, names: Names) -> Chart | None:
    """Organs down the side, the figures end to end."""
    told = [[_value(report, paths) for report in reports] for _, paths in figures]
    if not any(number for one in told for number, _ in one):
        return None
    series = [_series(name, one) for (name, _), one in zip(figures, told, strict=True)]
    return bars(key, title, UNIT, names, series, stacked=len(series) > 1)


def _series(name: str, told: Sequence[tuple[Decimal | None, str]]) -> Series:
    return Series(name, tuple(number for number, _ in told), tuple(word for _, word in told))


def _value(report: AnnualReport, paths: Sequence[Path]) -> tuple[Decimal | None, str]:
    """The number of a cell or of cells added up, and the word for it; none where one of them has none."""
    if len(paths) == 1:
        number = figure(report, paths[0])
        return number, word(report, paths[0]) if number is None else f"{number:f}"
    numbers = [figure(report, path) for path in paths]
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers):
        return None, "无从计算"
    return sum(known, Decimal(0)), f"{sum(known, Decimal(0)):f}"


def word(report: AnnualReport, path: Path) -> str:
    """What stands in a cell, for a reader: the figure or text as printed, or which kind of nothing."""
    side = side_of(report, path)
    if not side.settled:
        return UNSETTLED
    if not side.printed:
        return NOT_PRINTED
    return "空白" if side.value is None else str(side.value)
