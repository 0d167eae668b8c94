"""A roll-up as a page for a person: exceptions first, then the sums with what is certain about them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rich import box
from rich.console import Console
from rich.table import Table

from gongkai.cli.examine import Style
from gongkai.cli.folding import indented
from gongkai.cli.side_by_side import console_for, findings, named
from gongkai.cli.words import plain
from gongkai.report.checks.telling import cell_name, table_name
from gongkai.report.document import AnnualReport, Source
from gongkai.report.figures import figure, written
from gongkai.report.rollup import DUPLICATE, OTHER_EDITION, OTHER_YEAR, Bounds, Rollup
from gongkai.report.rollup_form import open_names
from gongkai.tables.form import TABLES, Path

LEFT_OUT = {
    DUPLICATE: "重复，只计一次",
    OTHER_YEAR: "不是同一年度，没有计入",
    OTHER_EDITION: "报告格式的版本不同，没有计入",
}
SHOWN = 3


def page(result: Rollup, style: Style, *, full: bool) -> str:
    """The page as text; ``full`` lists rows of nothing but 0 too."""
    console, out = console_for(style)
    year = f"{result.year} 年" if result.year is not None else "年度不明"
    counted, given = len(result.counted), len(result.children)
    console.print(f"汇总：{year}，下级报告 {given} 份，计入 {counted} 份。", style="bold")
    if result.own is not None:
        kind = "含下级的汇总数" if result.covers else "只含本级"
        console.print(f"上级报告（{kind}）：{named(result.own)}")
    for text in exceptions(result):
        console.print(indented(text, console.width, 2), style="yellow")
    findings(console, result.findings)
    for key in TABLES:
        _table(console, result, key, full)
    return out.getvalue()


def exceptions(result: Rollup) -> Iterator[str]:
    """Who is missing, who was left out and why, whose own report has errors, whose cells are open."""
    if result.missing:
        yield f"缺 {len(result.missing)} 份：{'、'.join(map(plain, result.missing))}。"
    if result.unexpected:
        names = "、".join(map(plain, result.unexpected))
        yield f"名单之外 {len(result.unexpected)} 份：{names}。请核对名称。"
    for child in result.children:
        if child.left_out is not None:
            yield f"没有计入：{named(child.report)}（{LEFT_OUT[child.left_out]}）。"
    wrong = [c for c in result.counted if any(f.severity.value == "error" for f in c.findings)]
    if wrong:
        names = "、".join(plain(c.organ or c.source.file) for c in wrong)
        yield f"自身有错误的报告 {len(wrong)} 份：{names}。合计照所印的数字计算，请先用 gongkai check 核对。"
    loose = [p for p in result.paths if open_names(result, p)]
    if loose:
        whose = list(dict.fromkeys(plain(n) for p in loose for n in open_names(result, p)))
        named_ones = "、".join(whose[:SHOWN]) + (" 等" if len(whose) > SHOWN else "")
        yield f"{len(loose)} 格有下级空白、不是数字或者没有读准（{named_ones}），合计只是下限。"


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
        more = (_number(own, path), _range(result.share(path), path)) if result.own else ()
        total = _number(result.total.get(path), path)
        grid.add_row(cell_name(form_of, *path), total, _range(result.bounds(path), path), *more)
    console.print(grid)
    if len(shown) < len(paths):
        console.print(f"    其余 {len(paths) - len(shown)} 格已有的数字全部为 0，没有列出；加 --full 列出。")


def _worth(result: Rollup, path: Path) -> bool:
    own = figure(result.own, path) if result.own is not None else None
    return bool(result.total.get(path) or own)


def _number(value: Decimal | None, path: Path) -> str:
    return "–" if value is None else str(written(value, path))


def _range(bounds: Bounds, path: Path) -> str:
    low, high = bounds
    if low is not None and low == high:
        return _number(low, path)
    if low is None and high is None:
        return "不明"
    if high is None:
        return f"不少于 {_number(low, path)}"
    return f"不多于 {_number(high, path)}" if low is None else f"{_number(low, path)}—{_number(high, path)}"
