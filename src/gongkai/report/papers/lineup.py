"""Many reports in a row as a paper: charts, main figures of each, cells that differ, who is like whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.report.charts.choices import organs, word, years
from gongkai.report.checks.sequence import same_organ
from gongkai.report.checks.subordinates import name_of
from gongkai.report.checks.telling import cell_name, chapter_name, row_name, table_name
from gongkai.report.compare import Side
from gongkai.report.document import AnnualReport
from gongkai.report.lineup import Lineup, Pair
from gongkai.report.papers.comparison import beside, called
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
    findings_section,
)
from gongkai.tables.form import TABLES, Path

SIDE_BY_SIDE = 8
"""So many reports stand beside each other in one table; more need another below."""
MOST_ALIKE = 20
"""So many of the most alike texts are listed."""
MOST_TEXTS = 5
"""So many pairs are laid beside each other sentence by sentence."""


def paper(found: Lineup, prefix: str = "") -> Paper:
    """The paper; ``prefix`` begins the ids of its drawings."""
    names = names_of(found.reports)
    sections = [
        _findings(found, names),
        Section("charts", "图示", _charts(found, names, prefix)),
        Section("main", "主要数字", (_main(found.reports, names),)),
        Section("cells", "逐格并列", tuple(_cells(found, names))),
        Section("likeness", "正文最相似的", tuple(_likeness(found, names))),
    ]
    texts = tuple(_texts(found, names))
    if texts:
        sections.append(Section("text", "相似正文对照", texts))
    about = "、".join(
        f"{name}（{report.source.file}）" for name, report in zip(names, found.reports, strict=True)
    )
    return Paper("lineup", _title(found.reports), f"共 {len(names)} 份：{about}。", tuple(sections))


def names_of(reports: Sequence[AnnualReport]) -> tuple[str, ...]:
    """What to call each: by year where the organ is one, by organ where the year is one, else by both."""
    if _one_organ(reports):
        names = [f"{report.year}年" for report in reports]
    elif len({report.year for report in reports}) == 1:
        names = [name_of(report) for report in reports]
    else:
        names = [called(report) for report in reports]
    return tuple(
        name if names.count(name) == 1 else f"{name}（第 {number} 份）"
        for number, name in enumerate(names, 1)
    )


def _one_organ(reports: Sequence[AnnualReport]) -> bool:
    known = [report for report in reports if report.organ]
    alike = len(known) == len(reports) and all(same_organ(reports[0], other) for other in reports)
    return alike and None not in {report.year for report in reports}


def _title(reports: Sequence[AnnualReport]) -> str:
    if _one_organ(reports):
        told = sorted(report.year for report in reports if report.year is not None)
        return f"{name_of(reports[-1])} {told[0]}年至{told[-1]}年对照"
    found = {report.year for report in reports}
    year = f"{reports[0].year}年" if len(found) == 1 and reports[0].year is not None else "各年"
    return f"{year} {len(reports)} 份报告并列"


def _findings(found: Lineup, names: Sequence[str]) -> Section:
    points = [
        Point(point.label, point.tone, f"{names[index]}：{point.text}", point.lines)
        for index, finding in found.findings
        for point in findings_points([finding])
    ]
    if not points:
        return findings_section((), "没有发现正文整章雷同的报告。")
    return Section("findings", "发现的问题", (Points(tuple(points)),))


def _charts(found: Lineup, names: Sequence[str], prefix: str) -> tuple[Part, ...]:
    choose = years if _one_organ(found.reports) else organs
    drawn = figures(choose(found.reports, names), prefix)
    return drawn or (Words("各项数字都是 0 或者没有印出，没有可画的图。"),)


def _main(reports: Sequence[AnnualReport], names: Sequence[str]) -> Grid:
    """One line a report: the totals of the applications and of the remedies."""
    form = reports[-1].form
    paths: list[Path] = [
        ("applications", key, "total")
        for key in ("newly_received", "brought_forward", "total_outcomes", "carried_forward")
    ]
    paths += [("remedies", row.key, "total") for row in form.table("remedies").rows]
    head = ("报告", *(row_name(reports[-1], *path[:2]) for path in paths), "体检查出的错误")
    rows = []
    for name, report in zip(names, reports, strict=True):
        errors = sum(finding.severity.value == "error" for finding in report.findings)
        cells = (Cell(word(report, path), number=True) for path in paths)
        rows.append((Cell(name), *cells, Cell(str(errors), "error" if errors else "", number=True)))
    return Grid("各份报告的主要数字", head, tuple(rows), (4, *(2 for _ in paths), 2))


def _cells(found: Lineup, names: Sequence[str]) -> Iterator[Part]:
    differing = found.differing
    same = len(found.cells) - len(differing)
    yield Words(
        f"三张表共 {len(found.cells)} 格：{len(differing)} 格不全相同，{same} 格全部相同，后者没有列出。"
    )
    for start in range(0, len(names), SIDE_BY_SIDE):
        part = slice(start, start + SIDE_BY_SIDE)
        for key in TABLES:
            rows = tuple(_row(found, path, sides, part) for path, sides in differing if path[0] == key)
            if rows:
                more = f"（第 {start + 1} 份起）" if len(names) > SIDE_BY_SIDE else ""
                caption = f"{table_name(found.reports[-1], key)}{more}"
                yield Grid(caption, ("位置", *names[part]), rows, (6, *(2 for _ in names[part])))


def _row(found: Lineup, path: Path, sides: Sequence[Side], part: slice) -> tuple[Cell, ...]:
    told = zip(found.reports, sides, strict=True)
    whose = next((report for report, side in told if side.printed or not side.settled), found.reports[0])
    cells = (Cell(word(report, path), number=True) for report in found.reports[part])
    return (Cell(cell_name(whose, *path)), *cells)


def _likeness(found: Lineup, names: Sequence[str]) -> Iterator[Part]:
    told = [(s.ratio, pair, s) for pair in found.pairs for s in pair.chapters if s.ratio]
    told.sort(key=lambda entry: (-entry[0], entry[1].a, entry[1].b, entry[2].chapter))
    yield Words("规定用语、格式固有的文字、机关名称、日期、数字和多数报告都有的语句不计在内。")
    if not told:
        yield Words("没有相似的正文。")
        return
    rows = tuple(
        (
            Cell(f"{names[pair.a]} 与 {names[pair.b]}"),
            Cell(chapter_name(found.reports[pair.b], one.chapter)),
            Cell(f"{ratio:.0%}", number=True),
            Cell(f"{max(one.characters)} 字", number=True),
        )
        for ratio, pair, one in told[:MOST_ALIKE]
    )
    yield Grid("正文最相似的报告", ("两份报告", "部分", "相似程度", "较长一份的文字"), rows, (7, 4, 2, 2))


def _texts(found: Lineup, names: Sequence[str]) -> Iterator[Part]:
    """The sentences that the most alike pairs share."""
    pairs: list[Pair] = sorted((p for p in found.pairs if p.passages), key=lambda p: (-p.most, p.a, p.b))
    for pair in pairs[:MOST_TEXTS]:
        rows = tuple(beside(passage, found.reports[pair.b]) for passage in pair.passages)
        title = f"{names[pair.a]} 与 {names[pair.b]} 都有的句子"
        yield Grid(title, ("关系", names[pair.a], names[pair.b]), rows, (2, 7, 7), texts=True)
