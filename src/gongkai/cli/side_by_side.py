"""A comparison as a page for a person: what changed, biggest first; how alike the prose is; what is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import Console
from rich.table import Table

from gongkai.cli.examine import Style
from gongkai.cli.folding import indented
from gongkai.cli.grids import COLOURS, NOT_PRINTED, UNSETTLED
from gongkai.cli.printing import told
from gongkai.cli.terminal import console_for
from gongkai.cli.words import plain
from gongkai.report.checks.telling import cell_name, place_name, table_name
from gongkai.report.compare import ComparedCell, Comparison, Side
from gongkai.report.document import AnnualReport
from gongkai.report.figures import column_of, written
from gongkai.report.likeness import Passage
from gongkai.tables.form import TABLES
from gongkai.values.findings import Finding

KINDS = {
    "same": "相同",
    "figures": "只改了数字",
    "changed": "改写",
    "only_a": "仅甲有",
    "only_b": "仅乙有",
    "standard": "规定用语",
}


def page(found: Comparison, style: Style, *, full: bool) -> str:
    """The page as text; ``full`` lists every sentence, otherwise only what both have."""
    console, out = console_for(style)
    for word, report in (("甲", found.a), ("乙", found.b)):
        console.print(f"{word}：{named(report)}", style="bold")
    _cells(console, found)
    _likeness(console, found)
    _passages(console, found, full)
    findings(console, found.findings)
    return out.getvalue()


def named(report: AnnualReport) -> str:
    """Organ, year and file."""
    year = f"{report.year} 年" if report.year is not None else "年度没有找到"
    return f"{plain(report.organ or '机关没有找到')}　{year}　{plain(report.source.file)}"


def _cells(console: Console, found: Comparison) -> None:
    console.print()
    changed = found.changed
    same = len(found.cells) - len(changed)
    console.print(f"数字：共 {len(found.cells)} 格，{len(changed)} 格不同，{same} 格相同。", style="bold")
    for table in TABLES:
        if found.a.table(table) is None or found.b.table(table) is None:
            sides = [w for w, r in (("甲", found.a), ("乙", found.b)) if r.table(table) is None]
            console.print(f"{'、'.join(sides)}没有“{table_name(found.b, table)}”，无从比较。", style="yellow")
    if not changed:
        return
    grid = Table(box=box.SQUARE, header_style="")
    grid.add_column("位置", overflow="fold")
    for heading in ("甲", "乙", "变化"):
        grid.add_column(heading, justify="right", no_wrap=True)
    for cell in changed:
        grid.add_row(_name(found, cell), value_text(cell.a), value_text(cell.b), _change(cell))
    console.print(grid)


def _name(found: Comparison, cell: ComparedCell) -> str:
    """By the form of a report that prints the cell, for the editions have different rows."""
    report = found.b if column_of(found.b.edition, cell.path) and cell.b.printed else found.a
    return plain(cell_name(report, *cell.path))


def value_text(side: Side) -> str:
    """What stands in a cell, for a person; the four values stay four."""
    if not side.settled:
        return UNSETTLED
    if not side.printed:
        return NOT_PRINTED
    return "（空白）" if side.value is None else plain(str(side.value))


def _change(cell: ComparedCell) -> str:
    if cell.change is None:
        return "无从计算"
    number = written(cell.change, cell.path)
    return f"+{number}" if cell.change > 0 else str(number)


def _likeness(console: Console, found: Comparison) -> None:
    console.print()
    console.print("正文的相似程度（规定用语和数字不计）：", style="bold")
    for chapter in found.likeness.chapters:
        name = place_name(found.b, chapter.chapter)
        a, b = chapter.characters
        if chapter.ratio is None:
            console.print(f"    {name}：除规定用语外没有文字。")
        else:
            console.print(f"    {name}：{chapter.ratio:.0%}（甲 {a} 字，乙 {b} 字）")


def _passages(console: Console, found: Comparison, full: bool) -> None:
    shown = [p for p in found.likeness.passages if full or (p.a is not None and p.b is not None)]
    if not shown:
        return
    console.print()
    console.print("正文逐句对照：" if full else "两份报告都有的句子：", style="bold")
    for passage in shown:
        for text in _told(found, passage):
            console.print(indented(text, console.width))


def _told(found: Comparison, passage: Passage) -> Iterator[str]:
    moved = "，换了位置" if passage.moved else ""
    ratio = f" {passage.ratio:.0%}" if passage.kind == "changed" and passage.ratio is not None else ""
    places = list(dict.fromkeys(place_name(found.b, s.chapter) for s in (passage.a, passage.b) if s))
    yield f"[{KINDS[passage.kind]}{ratio}{moved}] {'→'.join(places)}"
    sides = [("甲", passage.a), ("乙", passage.b)]
    if passage.kind == "same":
        sides = sides[:1]
    for word, sentence in sides:
        if sentence is not None:
            yield f"  {word}：{plain(sentence.text)}"


def findings(console: Console, found: tuple[Finding, ...]) -> None:
    """What is wrong, gravest first, each with what to do."""
    console.print()
    if not found:
        console.print("没有发现问题。", style="green")
    for number, finding in enumerate(found, 1):
        console.print(f"[{number}] {finding.severity.label} {finding.code}", style=COLOURS[finding.severity])
        for text in told(finding, None):
            console.print(indented(text, console.width))
