"""A roll-up as a paper: what is out of the ordinary first, then who is counted, charts, and the sums."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.charts.choices import organs
from gongkai.report.checks.subordinates import name_of
from gongkai.report.checks.telling import cell_name, table_name
from gongkai.report.document import AnnualReport, Source
from gongkai.report.figures import figure
from gongkai.report.papers.comparison import called
from gongkai.report.papers.paper import (
    Cell,
    Grid,
    Paper,
    Part,
    Point,
    Points,
    Section,
    Words,
    figures,
    findings_points,
)
from gongkai.report.rollup import Child, Rollup
from gongkai.report.rollup_telling import LEFT_OUT, exceptions, number_text, range_text
from gongkai.tables.form import TABLES, Path


def paper(result: Rollup, prefix: str = "") -> Paper:
    """The paper; ``prefix`` begins the ids of its drawings."""
    sections = [
        Section("exceptions", "先看这些", _exceptions(result)),
        Section("charts", "图示", _charts(result, prefix)),
        Section("sums", "汇总数字", tuple(_sums(result))),
        Section("children", "计入汇总的报告", (_children(result),)),
    ]
    year = f"{result.year}年" if result.year is not None else "（年度不明）"
    whose = f"{name_of(result.own)} " if result.own is not None else ""
    return Paper("rollup", f"{whose}{year}下级报告汇总", _about(result), tuple(sections))


def _about(result: Rollup) -> str:
    told = f"下级报告 {len(result.children)} 份，计入 {len(result.counted)} 份。"
    if result.own is None:
        return f"{told}没有指定上级报告。"
    kind = "含下级的汇总数" if result.covers else "只含本级数字"
    return f"{told}上级报告：{called(result.own)}（{result.own.source.file}），{kind}，与下级合计分开列。"


def _exceptions(result: Rollup) -> tuple[Part, ...]:
    points = [Point(one.label, one.severity.value, one.text) for one in exceptions(result)]
    points += findings_points(result.findings)
    if points:
        return (Points(tuple(sorted(points, key=lambda p: ("error", "warning", "notice").index(p.tone)))),)
    return (Words("应报的都已计入，各格都是数字，上下级的数字没有矛盾。", "well"),)


def _charts(result: Rollup, prefix: str) -> tuple[Part, ...]:
    if not result.counted:
        return (Words("没有计入的报告，没有可画的图。"),)
    drawn = figures(organs(result.counted, [name_of(report) for report in result.counted]), prefix)
    return drawn or (Words("各项数字都是 0 或者没有印出，没有可画的图。"),)


def _sums(result: Rollup) -> Iterator[Part]:
    yield Words(
        "缺报或者有空白时，合计只是下限，不当作 0；上限是上级的汇总数，没有上级报告的写“不少于”。"
        "已有的数字全部为 0 的格子没有列出。"
    )
    form_of = AnnualReport(Source("", "", ""), edition=result.edition)
    above = ("上级报告", "其中本级") if result.own is not None else ()
    for key in TABLES:
        paths = [path for path in result.paths if path[0] == key and _worth(result, path)]
        if not paths:
            yield Words(f"{table_name(form_of, key)}：全部为 0。")
            continue
        rows = tuple(_sum(result, form_of, path) for path in paths)
        head = ("位置", "下级合计", "真实合计的范围", *above)
        yield Grid(table_name(form_of, key), head, rows, (8, 2, 4, *(2 for _ in above)))


def _worth(result: Rollup, path: Path) -> bool:
    own = figure(result.own, path) if result.own is not None else None
    return bool(result.total.get(path) or own)


def _sum(result: Rollup, form_of: AnnualReport, path: Path) -> tuple[Cell, ...]:
    open_ended = not result.complete(path)
    cells = [
        Cell(cell_name(form_of, *path)),
        Cell(number_text(result.total.get(path), path), number=True),
        Cell(range_text(result.bounds(path), path), "doubt" if open_ended else "", number=True),
    ]
    if result.own is not None:
        cells.append(Cell(number_text(figure(result.own, path), path), number=True))
        cells.append(Cell(range_text(result.share(path), path), number=True))
    return tuple(cells)


def _children(result: Rollup) -> Grid:
    rows = tuple(_child(child) for child in result.children)
    missing = tuple((Cell(name), Cell(""), Cell("缺报", "error"), Cell("")) for name in result.missing)
    return Grid(
        "各份下级报告", ("机关", "文件", "是否计入", "体检查出的错误"), (*rows, *missing), (4, 5, 4, 2)
    )


def _child(child: Child) -> tuple[Cell, ...]:
    errors = sum(finding.severity.value == "error" for finding in child.report.findings)
    why = "计入" if child.left_out is None else LEFT_OUT[child.left_out]
    return (
        Cell(called(child.report)),
        Cell(child.report.source.file),
        Cell(why, "" if child.counted else "warning"),
        Cell(str(errors), "error" if errors else "", number=True),
    )
