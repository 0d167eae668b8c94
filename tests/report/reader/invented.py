"""Invented reports for the tests of the reader's understanding: random figures whose sums close, set as text.

Every label comes from the form. Besides the layouts of ``tests.adversary`` there are those that only text has.
"""

from __future__ import annotations

import random

from gongkai.report.document import AnnualReport, CellKey, CellValue, Place
from gongkai.report.reader.labels import Match
from gongkai.report.reader.reading import open_report
from gongkai.report.reader.rows import Row
from gongkai.tables.form import Path, form
from tests.adversary import markup, plain
from tests.adversary.generator import Sample, sample
from tests.adversary.page import Line, Page, page
from tests.adversary.tree import Tree

FORM = form("2021")
APPLICATIONS = FORM.table("applications")
REMEDIES = FORM.table("remedies")
PROACTIVE = FORM.table("proactive")
ORDER = [r.key for r in APPLICATIONS.rows]
COLUMNS = [c.key for c in APPLICATIONS.columns]
SUMS = ((0, 1, 2, 3, 4, 5, 6),)
"""The one equation inside a row of the applications, by position."""


def invented(seed: int = 20, edition: str = "2021") -> Sample:
    """A report without office errors."""
    return sample(seed, edition, errors=False)


def blank(edition: str = "2021") -> Sample:
    """The same report with nothing in any cell."""
    made = invented(edition=edition)
    made.values = dict.fromkeys(made.values)
    return made


def led_by_tabs(made: Page) -> str:
    """One cell a line, each led by a tab, rows apart by an empty line."""
    lines: list[str] = []
    for item in made.items:
        if isinstance(item, Tree):
            for row in item.rows:
                lines += [f"\t{c.text}" for c in row.cells] + [""]
        else:
            lines += [item.text, ""]
    return "\n".join(lines)


def without_tables(made: Page) -> Page:
    """The prose alone, as a page has it whose repeated lines were taken out."""
    return Page(made.title, [i for i in made.items if isinstance(i, Line)])


def text_of(made: Sample | Page, layout: str) -> str:
    """The report as text in a layout: tabs, pipes, one_cell, one_cell_pipe, spaced, glued, md, led_by_tabs …"""
    pages = made if isinstance(made, Page) else page(made)
    if layout == "led_by_tabs":
        return led_by_tabs(pages)
    render = getattr(markup if layout.startswith(("md", "html")) else plain, layout)
    data: bytes = render(pages, random.Random(5))
    return data.decode()


def page_text(made: Sample, layout: str, *, tables: bool = True) -> str:
    """The report as text, with its tables or without them."""
    return text_of(page(made) if tables else without_tables(page(made)), layout)


def read(text: str, name: str = "report.txt") -> AnnualReport:
    """The only report of a text."""
    reports = open_report(name, text.encode()).reports
    assert len(reports) == 1
    return reports[0]


def cells_read(report: AnnualReport) -> dict[Path, CellValue]:
    """Every cell that was read, by path."""
    return {(t.key, *cell): v for t in report.tables.values() if t is not None for cell, v in t.cells.items()}


def application_row(
    key: str | None, *tokens: str, score: float = 1.0, width: int = 0, label: str | None = None
) -> Row:
    """A row of the applications as the finders give it, its cells in columns from 3 where ``width`` is set."""
    words = label if label is not None else (APPLICATIONS.row(key).label if key else "")
    return Row(
        label=words,
        match=Match(key, score) if key else None,
        tokens=list(tokens),
        place=Place(line=1),
        spans=[(3 + i * width, width) for i in range(len(tokens))] if width else None,
        places=[Place(line=1, cell=i) for i in range(len(tokens))],
    )


def numbers_of(made: Sample, table: str) -> dict[CellKey, CellValue]:
    """The printed figures of one table."""
    return {path[1:]: value for path, value in made.values.items() if path[0] == table}  # type: ignore[misc]
