"""Renderers to plain text: tabs, pipes, one cell a line, spaces, and everything glued."""

from __future__ import annotations

import random
from collections.abc import Callable

from .page import Page
from .tree import Tree, expand


def _flat(text: str) -> str:
    return text.replace("\n", "")


def _assemble(page: Page, table: Callable[[Tree], list[str]], joint: str = "\n") -> bytes:
    lines: list[str] = []
    for item in page.items:
        if isinstance(item, Tree):
            lines.extend([*item.before, *table(item), *item.after])
        else:
            lines.append(item.text)
    return joint.join(lines).encode(page.encoding, "replace")


def tabs(page: Page, rng: random.Random) -> bytes:
    """Tab-separated rows of the expanded grid, as a paste from Word gives them."""
    return _assemble(page, lambda t: ["\t".join(map(_flat, cells)) for cells in expand(t)])


def pipes(page: Page, rng: random.Random) -> bytes:
    """Pipes between the cells that start in a row; columns that a span covers are bare pipes at the end."""

    def table(tree: Tree) -> list[str]:
        out = []
        for row in tree.rows:
            spare = sum(c.colspan - 1 for c in row.cells)
            line = " | ".join(_flat(c.text) for c in row.cells) + " |"
            out.append(line + (" " + "|" * spare if spare else ""))
        return out

    return _assemble(page, table)


def one_cell(page: Page, rng: random.Random) -> bytes:
    """One cell a line, blank cells as blank lines, covered cells gone."""
    return _assemble(page, lambda t: [_flat(c.text) for row in t.rows for c in row.cells])


def one_cell_pipe(page: Page, rng: random.Random) -> bytes:
    """One cell a line, each closed by a pipe; columns covered by a span stand as pipes on a line."""

    def table(tree: Tree) -> list[str]:
        out = []
        for row in tree.rows:
            out.extend(f"{_flat(c.text)} |".strip() for c in row.cells)
            spare = sum(c.colspan - 1 for c in row.cells)
            if spare:
                out.append("|" * spare)
        return out

    return _assemble(page, table)


def spaced(page: Page, rng: random.Random) -> bytes:
    """One row a line, cells parted by one space, blank cells gone."""

    def table(tree: Tree) -> list[str]:
        return [" ".join(_flat(c.text) for c in row.cells if c.text) for row in tree.rows]

    return _assemble(page, table)


def spaced_line(page: Page, rng: random.Random) -> bytes:
    """A whole table on one line, cells parted by spaces."""

    def table(tree: Tree) -> list[str]:
        return [" ".join(_flat(c.text) for row in tree.rows for c in row.cells if c.text)]

    return _assemble(page, table)


def glued(page: Page, rng: random.Random) -> bytes:
    """A whole table on one line without any separator, as some portals print a page for search."""

    def table(tree: Tree) -> list[str]:
        return ["".join(_flat(c.text) for row in tree.rows for c in row.cells)]

    return _assemble(page, table, rng.choice(("\n", " ")))
