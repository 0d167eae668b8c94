"""Invented reports for the PDF and scan tests: the three official tables with random figures, set by typst
or as HTML.

Every label comes from the form; prose, bureau and figures are made up.
"""

from __future__ import annotations

import random
import tempfile
from dataclasses import dataclass
from html import escape
from pathlib import Path

from gongkai.tables.form import TableForm, form

Spanned = tuple[str, int, int]
"""Text, colspan, rowspan."""

PROSE = (
    "本报告由云岭县松风局依照有关规定编制，全年主动公开各类信息，信息内容涉及机构职能、办事指南和工作动态，"
    "数据均来自日常台账。松风局网站全年发布信息若干条，办理时限内答复率为百分之百，未发生泄密事件。"
)
FONTS = ("Noto Serif CJK SC", "Noto Sans CJK SC")


@dataclass(frozen=True)
class Invented:
    """The figures of an invented report: by table the rows of texts in the order of print."""

    proactive: list[list[str]]
    applications: list[list[str]]
    remedies: list[str]


def invented(seed: int, largest: int = 9999) -> Invented:
    """Random figures; sums are not kept, the reader of cells does not care."""
    rng = random.Random(seed)
    f = form("2021")

    def figures(n: int) -> list[str]:
        return [str(rng.choice((0, rng.randrange(10), rng.randrange(largest)))) for _ in range(n)]

    pro = f.table("proactive")
    proactive = [figures(len(b.columns)) for b in pro.blocks for _ in b.rows]
    applications = [figures(7) for _ in f.table("applications").rows]
    return Invented(proactive, applications, figures(15))


def proactive_rows(figures: list[list[str]]) -> list[list[Spanned]]:
    """The table of proactive disclosure, four columns wide."""
    table, lines = form("2021").table("proactive"), iter(figures)
    out: list[list[Spanned]] = []
    for block in table.blocks:
        wide = 3 // len(block.columns)
        out.append([(block.heading, 4, 1)])
        out.append([(table.corner, 1, 1), *((table.column(c).label, wide, 1) for c in block.columns)])
        for row in block.rows:
            out.append([(table.row(row).label, 1, 1), *((n, wide, 1) for n in next(lines))])
    return out


def applications_rows(figures: list[list[str]]) -> list[list[Spanned]]:
    """The table of applications, ten columns wide, three levels of merged labels."""
    table = form("2021").table("applications")
    labels = [c.label for c in table.columns]
    out: list[list[Spanned]] = [
        [(table.corner, 3, 3), (table.column_heading, 7, 1)],
        [(labels[0], 1, 2), (table.column_group, 5, 1), (labels[6], 1, 2)],
        [(label, 1, 1) for label in labels[1:6]],
    ]
    seen: set[str] = set()
    for row, values in zip(table.rows, figures, strict=True):
        out.append([*_labels_before(table, row.key, seen), *((n, 1, 1) for n in values)])
    return out


def _labels_before(table: TableForm, key: str, seen: set[str]) -> list[Spanned]:
    row = table.row(key)
    if row.group is None:
        return [(row.label, 3, 1)]
    cells: list[Spanned] = []
    if "outcomes" not in seen:
        seen.add("outcomes")
        cells.append((table.group("outcomes").label, 1, len(table.outcomes) + 1))
    if row.group == "outcomes":
        return [*cells, (row.label, 2, 1)]
    if row.group not in seen:
        seen.add(row.group)
        members = sum(1 for r in table.rows if r.group == row.group)
        cells.append((table.group(row.group).label, 1, members))
    return [*cells, (row.label, 1, 1)]


def remedies_rows(figures: list[str]) -> list[list[Spanned]]:
    """The table of remedies, fifteen columns wide, one line of figures."""
    table = form("2021").table("remedies")
    columns = [c.label for c in table.columns]
    rows = {r.key: r.label for r in table.rows}
    first, direct, after = (
        rows["reconsideration"],
        rows["litigation_direct"],
        rows["litigation_after_reconsideration"],
    )
    return [
        [(first, 5, 1), (table.group("litigation").label, 10, 1)],
        [*((c, 1, 2) for c in columns), (direct, 5, 1), (after, 5, 1)],
        [(c, 1, 1) for c in columns * 2],
        [(n, 1, 1) for n in figures],
    ]


def tables(report: Invented) -> list[tuple[str, int, list[list[Spanned]]]]:
    """Heading, number of columns and rows of the three tables."""
    chapters = form("2021").chapters
    return [
        (chapters[1].label, 4, proactive_rows(report.proactive)),
        (chapters[2].label, 10, applications_rows(report.applications)),
        (chapters[3].label, 15, remedies_rows(report.remedies)),
    ]


def typst_source(
    report: Invented, *, lead: int = 3, numbers: bool = True, page: str = "", narrow: str = "1.6em"
) -> str:
    """The report as typst source; ``lead`` paragraphs of prose push the tables over page breaks.

    ``narrow`` is the width of the column that holds the label of the outcomes.
    """
    numbering = ', numbering: "— 1 —"' if numbers else ""
    parts = [
        f'#set page(paper: "a4", margin: 2.2cm{numbering}{page})',
        f'#set text(font: ("{FONTS[0]}", "{FONTS[1]}"), lang: "zh", size: 11pt)',
        "#set par(first-line-indent: (amount: 2em, all: true), justify: true)",
        "#align(center)[#text(16pt)[云岭县松风局政府信息公开工作年度报告]]",
        *[f"\n{PROSE}\n" for _ in range(lead)],
    ]
    for heading, columns, rows in tables(report):
        parts += [f"\n{heading}\n", typst_table(columns, rows, narrow)]
    return "\n".join([*parts, f"\n{PROSE}\n"])


def typst_table(columns: int, rows: list[list[Spanned]], narrow: str = "1.6em") -> str:
    """A ruled table with page breaks allowed inside."""
    cells = [f'table.cell(colspan: {c}, rowspan: {r})[#"{t}"],' for row in rows for t, c, r in row]
    sizes = {4: "(2fr, 1fr, 1fr, 1fr)", 10: f"({narrow}, 4em, 1fr" + ", 3.1em" * 7 + ")"}.get(
        columns, f"{columns}"
    )
    return (
        f"#[#set text(9pt)\n#table(columns: {sizes}, inset: 3pt, stroke: 0.6pt,\n" + "\n".join(cells) + ")]"
    )


def typst_pdf(source: str) -> bytes:
    """Compiled; the fonts are those of the system."""
    import typst

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.typ"
        path.write_text(source, encoding="utf-8")
        return bytes(typst.compile(str(path)))


def html(report: Invented) -> str:
    """The report as a page for LibreOffice."""
    parts = ["<html><meta charset=utf-8><body>", *[f"<p>{PROSE}</p>"] * 6]
    for heading, _, rows in tables(report):
        parts.append(f"<p>{escape(heading)}</p><table border=1 cellspacing=0 width=100%>")
        for row in rows:
            cells = "".join(f"<td colspan={c} rowspan={r}>{escape(t)}</td>" for t, c, r in row)
            parts.append(f"<tr>{cells}</tr>")
        parts.append("</table>")
    return "".join([*parts, "</body></html>"])
