"""One case: a sample, its page before layout, what a reader must answer, and where it may be in doubt."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from gongkai.tables.form import Path

from .generator import Sample
from .page import Page, page
from .tree import Cell, Row, Tree

ABSENT = "<absent>"
"""Stands in an expectation for a cell that the file does not print."""

Accepted = tuple[int | str | None, ...]

MARKED = frozenset({"html_clean", "html_word", "html_nested", "html_chrome", "html_one", "docx", "xlsx"})
HTML = frozenset({"html_clean", "html_word", "html_nested", "html_chrome"})
GRIDDED = MARKED | {"md", "tabs"}
LISTED = frozenset({"pipes", "one_cell_pipe"})
PLAIN = frozenset({"one_cell", "spaced", "spaced_line"})
TEXTUAL = frozenset({*HTML, "html_one", "html_several", "md", "md_shifted", "tabs", *LISTED, *PLAIN, "glued"})
ALL = GRIDDED | LISTED | PLAIN | {"html_several", "md_shifted", "glued"}


@dataclass(slots=True)
class Case:
    """What a mutation works on. ``expect`` gives the accepted values of a cell, the truth as printed first;
    ``open`` holds the cells that the print leaves in doubt, where a flag is as good as the value."""

    sample: Sample
    layout: str
    kind: str
    rng: random.Random
    page: Page
    expect: dict[Path, Accepted]
    open: set[Path] = field(default_factory=set)

    def tree(self) -> Tree:
        """A table to work on, most often that of applications."""
        return self.page.tree(self.rng.choice(("applications", "applications", "proactive")))

    def accept(self, cell: Cell, *values: int | str | None) -> None:
        """Set what is accepted for the figure of a cell."""
        assert cell.path is not None
        self.expect[cell.path] = values

    def leave_open(self, cells: list[Cell]) -> None:
        """Say that the print does not settle these figures."""
        self.open |= {c.path for c in cells if c.path is not None}


def start(sample: Sample, layout: str, kind: str, seed: int) -> Case:
    """A case before its mutation."""
    rng = random.Random(f"{seed}-{layout}-{kind}")
    expect: dict[Path, Accepted] = {path: (value,) for path, value in sample.values.items()}
    return Case(sample, layout, kind, rng, page(sample), expect)


def covering(tree: Tree, index: int) -> list[Cell]:
    """The cells of earlier rows that span into row ``index``."""
    return [c for r, row in enumerate(tree.rows[:index]) for c in row.cells if r + c.rowspan > index]


def insert_row(tree: Tree, index: int, row: Row) -> None:
    """Put a row before row ``index``; spans that run over the place grow by one."""
    for cell in covering(tree, index):
        cell.rowspan += 1
    tree.rows.insert(index, row)


def remove_row(tree: Tree, index: int) -> Row:
    """Take row ``index`` out; spans that run over it shrink by one."""
    for cell in covering(tree, index):
        cell.rowspan -= 1
    return tree.rows.pop(index)


def free_rows(tree: Tree, least: int = 1) -> list[int]:
    """Body rows that begin with their own label: no cell in them spans further down."""
    return [
        i
        for i in tree.body()
        if len(tree.rows[i].numbers) >= least and all(c.rowspan == 1 for c in tree.rows[i].cells)
    ]


def cut(tree: Tree, index: int, repeat: bool) -> tuple[Tree, Tree]:
    """The table in two before row ``index``; a group that is cut is printed again or left blank."""
    upper = Tree(tree.key, tree.rows[:index], tree.width, tree.before, [])
    lower = Tree(tree.key, tree.rows[index:], tree.width, [], tree.after)
    hanging = []
    for r, row in enumerate(upper.rows):
        for cell in row.cells:
            if r + cell.rowspan > index:
                left = r + cell.rowspan - index
                cell.rowspan -= left
                hanging.append(Cell(cell.text if repeat else "", left, cell.colspan, cell.role))
    if lower.rows:
        first = lower.rows[0]
        lower.rows[0] = Row([*hanging, *first.cells], first.key)
    return upper, lower
