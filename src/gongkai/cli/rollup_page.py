"""A roll-up as a page for a person: exceptions first, then the sums with what is certain about them."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table

from gongkai.cli.examine import Style
from gongkai.cli.folding import indented
from gongkai.cli.side_by_side import findings, named
from gongkai.cli.terminal import console_for
from gongkai.cli.words import plain
from gongkai.report.checks.telling import cell_name, table_name
from gongkai.report.document import AnnualReport, Source
from gongkai.report.figures import figure
from gongkai.report.rollup import Rollup
from gongkai.report.rollup_telling import exceptions, number_text, range_text
from gongkai.tables.form import TABLES, Path


def page(result: Rollup, style: Style, *, full: bool) -> str:
    """The page as text; ``full`` lists rows of nothing but 0 too."""
    console, out = console_for(style)
    year = f"{result.year} 年" if result.year is not None else "年度不明"
    counted, given = len(result.counted), len(result.children)
    console.print(f"汇总：{year}，下级报告 {given} 份，计入 {counted} 份。", style="bold")
    if result.own is not None:
        kind = "含下级的汇总数" if result.covers else "只含本级"
        console.print(f"上级报告（{kind}）：{named(result.own)}")
    for exceptional in exceptions(result):
        console.print(indented(plain(exceptional.text), console.width, 2), style="yellow")
    findings(console, result.findings)
    for key in TABLES:
        _table(console, result, key, full)
    return out.getvalue()


def _table(console: Console, result: Rollup, key: str, full: bool) -> None:
    form_of = AnnualReport(Source("", "", ""), edition=result.edition)
    paths = [path for path in result.paths if path[0] == key]
    shown = [path for path in paths if full or _worth(result, path)]
    console.print()
    console.print(table_name(form_of, key), style="bold")
    if not shown:
        console.print("    全部为 0。")
        return
    grid = Table(box=box.SQUARE, header_style="")
    grid.add_column("位置", overflow="fold")
    for heading in ("下级合计", "下限—上限", *(("上级报告", "其中本级") if result.own else ())):
        grid.add_column(heading, justify="right", no_wrap=True)
    for path in shown:
        own = figure(result.own, path) if result.own is not None else None
        more = (number_text(own, path), range_text(result.share(path), path)) if result.own else ()
        total = number_text(result.total.get(path), path)
        grid.add_row(cell_name(form_of, *path), total, range_text(result.bounds(path), path), *more)
    console.print(grid)
    if len(shown) < len(paths):
        console.print(f"    其余 {len(paths) - len(shown)} 格已有的数字全部为 0，没有列出；加 --full 列出。")


def _worth(result: Rollup, path: Path) -> bool:
    own = figure(result.own, path) if result.own is not None else None
    return bool(result.total.get(path) or own)
