"""Rules become cells: merged ones, open sides, double lines, what is no table."""

from __future__ import annotations

from gongkai.report.reader.pdf_ink import Rule
from gongkai.report.reader.pdf_lattice import Area, areas, edges, lattices


def ruled(xs: list[float], ys: list[float]) -> tuple[list[Rule], list[Rule]]:
    """All rules of a plain table."""
    return [Rule(y, xs[0], xs[-1]) for y in ys], [Rule(x, ys[0], ys[-1]) for x in xs]


def test_a_plain_table_has_all_its_cells() -> None:
    (table,) = lattices(*ruled([0, 50, 100], [0, 20, 40, 60]))
    assert (table.rows, table.columns) == (3, 2)
    assert areas(table) == [[Area(r, c, 1, 1) for c in range(2)] for r in range(3)]


def test_cells_without_a_rule_between_them_are_one() -> None:
    across = [Rule(0, 0, 90), Rule(20, 30, 90), Rule(40, 0, 90)]
    down = [Rule(0, 0, 40), Rule(30, 0, 40), Rule(60, 20, 40), Rule(90, 0, 40)]
    (table,) = lattices(across, down)
    assert areas(table) == [[Area(0, 0, 2, 1), Area(0, 1, 1, 2)], [Area(1, 1, 1, 1), Area(1, 2, 1, 1)]]


def test_a_page_break_that_took_the_outer_rule_leaves_the_row() -> None:
    across, down = ruled([0, 50, 100], [0, 20, 40])
    (table,) = lattices(across[1:], down)
    assert table.ys == [0, 20, 40]
    (table,) = lattices(across, down[1:])
    assert table.xs == [0, 50, 100]


def test_double_rules_are_one_edge() -> None:
    assert edges([0, 1.5, 50, 52, 100]) == [0.75, 51, 100]


def test_tables_apart_stay_apart_and_lone_rules_are_no_table() -> None:
    first, second = ruled([0, 50, 100], [0, 20]), ruled([0, 50, 100], [60, 80])
    found = lattices([*first[0], *second[0], Rule(200, 0, 100)], [*first[1], *second[1]])
    assert [t.ys for t in found] == [[0, 20], [60, 80]]


def test_a_merged_region_that_is_no_rectangle_is_cut_so_that_no_place_is_lost() -> None:
    across = [Rule(0, 0, 60), Rule(20, 30, 60), Rule(40, 0, 60)]
    down = [Rule(0, 0, 40), Rule(30, 20, 40), Rule(60, 0, 40)]
    (table,) = lattices(across, down)
    cells = [a for row in areas(table) for a in row]
    places = [
        (r, c)
        for a in cells
        for r in range(a.row, a.row + a.rowspan)
        for c in range(a.column, a.column + a.colspan)
    ]
    assert sorted(places) == [(0, 0), (0, 1), (1, 0), (1, 1)]
