"""Random reports are consistent where no office error is planted, and broken where one is."""

from __future__ import annotations

import pytest

from gongkai.tables.form import form

from .generator import Sample, sample
from .run import LAYOUTS, make
from .tree import expand


def _open_balances(report: Sample) -> list[str]:
    out = []
    for equation in report.form.equations:
        table = report.form.table(equation.table)
        cells = {(p[1], p[2]): v for p, v in report.values.items() if p[0] == equation.table}
        rows = [r.key for r in table.rows]
        for instance in equation.instances(rows, [c.key for c in table.columns]):
            if not instance.evaluate(cells).closes:
                out.append(f"{equation.id} {instance.at}")
    return out


@pytest.mark.parametrize("edition", ["2021", "2019"])
def test_reports_without_errors_close(edition: str) -> None:
    """Every equation of the form holds, in forty reports of each edition."""
    for seed in range(40):
        report = sample(seed, edition, errors=False)
        assert _open_balances(report) == []
        assert set(report.values) == {p for t in form(edition).tables for p in t.paths()}


def test_planted_errors_show() -> None:
    """An office error leaves at least one equation open, and each kind of error occurs."""
    seen = set()
    for seed in range(120):
        report = sample(seed)
        assert (report.error != "none") == bool(_open_balances(report)), seed
        seen.add(report.error)
    assert seen == {"none", "total_off", "total_zero", "column_open"}


def test_trees_are_rectangles() -> None:
    """The official layout fills its grid: no row is wider than the table."""
    for edition in ("2021", "2019"):
        for tree in sample(3, edition).trees().values():
            assert {len(line) for line in expand(tree)} == {tree.width}


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name != "pdf"])
def test_every_layout_gives_bytes(layout: str) -> None:
    """Each renderer prints the report; a text layout holds the title."""
    case, name, data = make(5, "nothing", layout)
    assert name.endswith(LAYOUTS[layout][0])
    assert data
    if LAYOUTS[layout][0] in ("html", "md", "txt"):
        assert case.sample.organ in data.decode("utf-8")
