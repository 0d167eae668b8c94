"""Many reports in a row as a page for a person: cells that differ, texts most alike, what is wrong."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table

from gongkai.cli.examine import Style
from gongkai.cli.side_by_side import findings, named, value_text
from gongkai.cli.terminal import console_for
from gongkai.cli.words import plain
from gongkai.report.checks.telling import cell_name, place_name
from gongkai.report.lineup import Lineup

SHOWN = 20
"""So many of the most alike texts are listed."""


def page(found: Lineup, style: Style) -> str:
    """The page as text; reports are numbered and their numbers head the columns."""
    console, out = console_for(style)
    for number, report in enumerate(found.reports, 1):
        console.print(f"〔{number}〕{named(report)}", style="bold")
    _cells(console, found)
    _likeness(console, found)
    findings(console, tuple(finding for _, finding in found.findings))
    return out.getvalue()


def _cells(console: Console, found: Lineup) -> None:
    differing = found.differing
    console.print()
    console.print(f"数字：共 {len(found.cells)} 格，{len(differing)} 格不全相同。", style="bold")
    if not differing:
        return
    grid = Table(box=box.SQUARE, header_style="")
    grid.add_column("位置", overflow="fold", min_width=24)
    for number, _ in enumerate(found.reports, 1):
        grid.add_column(f"〔{number}〕", justify="right", overflow="fold")
    for path, sides in differing:
        whose = next(
            r for r, side in zip(found.reports, sides, strict=True) if side.printed or not side.settled
        )
        grid.add_row(plain(cell_name(whose, *path)), *map(value_text, sides))
    console.print(grid)


def _likeness(console: Console, found: Lineup) -> None:
    told = [(s.ratio, pair, s) for pair in found.pairs for s in pair.chapters if s.ratio]
    told.sort(key=lambda entry: (-entry[0], entry[1].a, entry[1].b, entry[2].chapter))
    console.print()
    console.print("正文最相似的（规定用语和数字不计）：", style="bold")
    if not told:
        console.print("    没有相似的正文。")
    for ratio, pair, chapter in told[:SHOWN]:
        name = place_name(found.reports[pair.b], chapter.chapter)
        size = max(chapter.characters)
        console.print(f"    〔{pair.a + 1}〕与〔{pair.b + 1}〕{name}：{ratio:.0%}（{size} 字）")
