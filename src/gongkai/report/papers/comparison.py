"""Two reports side by side as a paper: what is wrong, charts, figures that changed, prose by sentences."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rapidfuzz.distance import Indel

from gongkai.report.charts.choices import word, years
from gongkai.report.checks.check import Context
from gongkai.report.checks.sequence import same_organ, year_before
from gongkai.report.checks.telling import cell_name, chapter_name, table_name
from gongkai.report.compare import ComparedCell, Comparison
from gongkai.report.document import AnnualReport
from gongkai.report.figures import column_of, figure, written
from gongkai.report.likeness import Kind, Passage
from gongkai.report.papers.paper import (
    Cell,
    Grid,
    Paper,
    Part,
    Pieces,
    Section,
    Words,
    figures,
    findings_section,
)
from gongkai.tables.form import TABLES

KINDS: dict[Kind, tuple[str, str]] = {
    "same": ("相同", "same"),
    "figures": ("只改了数字", "same"),
    "changed": ("改写", "changed"),
    "only_a": ("仅左栏有", "only"),
    "only_b": ("仅右栏有", "only"),
    "standard": ("规定用语", "soft"),
}
"""What a passage is called, and its tone."""


def names_of(a: AnnualReport, b: AnnualReport) -> tuple[str, str]:
    """What to call the two: by their years where the organ is one, else by their organs."""
    if same_organ(a, b) and a.year != b.year and None not in (a.year, b.year):
        return f"{a.year}年", f"{b.year}年"
    first, second = called(a), called(b)
    return (first, second) if first != second else (f"甲：{first}", f"乙：{second}")


def called(report: AnnualReport) -> str:
    """Organ and year of a report, its file where the organ was not read."""
    year = f"{report.year}年" if report.year is not None else "（年度不明）"
    if not report.organ:
        return f"{report.source.file}（{year.strip('（）')}）"
    return f"{report.organ}{year}"


def paper(found: Comparison, prefix: str = "") -> Paper:
    """The paper; ``prefix`` begins the ids of its drawings."""
    names = names_of(found.a, found.b)
    organ = found.b.organ or found.a.organ or ""
    whose = f"{organ} " if same_organ(found.a, found.b) else ""
    sections = [
        findings_section(found.findings, _well(found)),
        Section("charts", "图示", _charts(found, names, prefix)),
        Section("cells", "数字的变化", tuple(_cells(found, names))),
        Section("likeness", "正文的相似程度", _likeness(found, names)),
        Section("text", "正文对照", tuple(_text(found, names))),
    ]
    left, right = (f"{called(report)}（{report.source.file}）" for report in (found.a, found.b))
    about = f"左栏：{left}。右栏：{right}。"
    return Paper("comparison", f"{whose}{names[0]}与{names[1]}对照", about, tuple(sections))


def _well(found: Comparison) -> str:
    """What may be said where no rule fired: the rules of year on year hold for two years in a row alone."""
    years_held = any(
        year_before(later, Context(previous=earlier)) is not None
        for later, earlier in ((found.a, found.b), (found.b, found.a))
    )
    if years_held:
        return "两份报告之间没有发现问题：年度之间的勾稽相合，正文没有整章雷同。"
    return "正文没有整章雷同。两份不是同一机关相连的两个年度，年度之间的勾稽没有核对。"


def _charts(found: Comparison, names: tuple[str, str], prefix: str) -> tuple[Part, ...]:
    drawn = figures(years((found.a, found.b), names), prefix)
    return drawn or (Words("两份报告的各项数字都是 0 或者没有印出，没有可画的图。"),)


def _cells(found: Comparison, names: tuple[str, str]) -> Iterator[Part]:
    changed = [cell for cell in found.cells if cell.differs]
    same = len(found.cells) - len(changed)
    yield Words(f"三张表共 {len(found.cells)} 格：{len(changed)} 格不同，{same} 格相同。相同的没有列出。")
    for key in TABLES:
        sides = [n for n, r in zip(names, (found.a, found.b), strict=True) if r.table(key) is None]
        if sides:
            yield Words(f"{'、'.join(sides)}没有读到“{table_name(found.b, key)}”，无从比较。", "doubt")
        rows = tuple(_row(found, cell) for cell in changed if cell.path[0] == key)
        if rows:
            caption = table_name(found.b, key)
            yield Grid(caption, ("位置", *names, "增减", "增减幅度"), rows, (9, 3, 3, 2, 2))


def _row(found: Comparison, cell: ComparedCell) -> tuple[Cell, ...]:
    """Named by the form of a report that prints the cell, for the editions have different rows."""
    report = found.b if column_of(found.b.edition, cell.path) and cell.b.printed else found.a
    a, b = word(found.a, cell.path), word(found.b, cell.path)
    tone = "doubt" if cell.change is None else ""
    return (
        Cell(cell_name(report, *cell.path)),
        Cell(a, number=True),
        Cell(b, number=True),
        Cell(change_text(cell), tone, number=True),
        Cell(_share(cell, found), tone, number=True),
    )


def change_number(cell: ComparedCell) -> str:
    """The change for programs: a plain number, empty where there is none."""
    return "" if cell.change is None else str(written(cell.change, cell.path))


def change_text(cell: ComparedCell) -> str:
    """The change with its sign, in the unit of the form."""
    if cell.change is None:
        return "无从计算"
    number = written(cell.change, cell.path)
    return f"+{number}" if cell.change > 0 else str(number).replace("-", "－")


def _share(cell: ComparedCell, found: Comparison) -> str:
    """The change as a share of the earlier figure; none where that is 0."""
    before = figure(found.a, cell.path)
    if cell.change is None or not before:
        return "—"
    return f"{cell.change / abs(before):+.1%}".replace("-", "－")


def _likeness(found: Comparison, names: tuple[str, str]) -> tuple[Part, ...]:
    rows = []
    for one in found.likeness.chapters:
        ratio = "没有可比的文字" if one.ratio is None else f"{one.ratio:.0%}"
        a, b = one.characters
        row = (
            Cell(chapter_name(found.b, one.chapter)),
            Cell(ratio, "" if one.ratio is not None else "doubt", True),
        )
        rows.append((*row, Cell(f"{a} 字", number=True), Cell(f"{b} 字", number=True)))
    head = ("部分", "相似程度", *(f"{name}自己的文字" for name in names))
    told = "规定用语、格式固有的文字、机关名称、日期和数字不计在内，换了数字照抄的段落仍按相同计。"
    return (Words(told), Grid("各部分正文的相似程度", head, tuple(rows), (6, 3, 3, 3)))


def _text(found: Comparison, names: tuple[str, str]) -> Iterator[Part]:
    met = found.likeness.passages
    if not met:
        yield Words("两份报告都没有读到正文。")
        return
    moved = sum(passage.moved for passage in met)
    both = sum(passage.kind in ("same", "figures") for passage in met)
    yield Words(f"共 {len(met)} 句：{both} 句两份报告相同或者只改了数字，{moved} 句换了位置。")
    for chapter, passages in groupby(met, key=lambda p: min(s.chapter for s in (p.a, p.b) if s)):
        title = chapter_name(found.b, chapter) if chapter else "第一部分之前的文字"
        rows = tuple(beside(passage, found.b) for passage in passages)
        yield Grid(title, ("关系", *names), rows, (2, 7, 7), texts=True)


def beside(passage: Passage, report: AnnualReport) -> tuple[Cell, ...]:
    """A passage as a row: what it is, then both sides, the words that differ standing out."""
    label, tone = KINDS[passage.kind]
    if passage.kind == "changed" and passage.ratio is not None:
        label = f"{label}（{passage.ratio:.0%}相同）"
    if passage.moved:
        label, tone = f"{label}，{_moved(passage, report)}", "moved" if tone == "same" else tone
    left, right = (side.text if side else "" for side in (passage.a, passage.b))
    apart = _apart(left, right) if passage.kind in ("changed", "figures") else ((), ())
    return (Cell(label, tone), Cell(left, tone, pieces=apart[0]), Cell(right, tone, pieces=apart[1]))


def _moved(passage: Passage, report: AnnualReport) -> str:
    chapters = [side.chapter for side in (passage.a, passage.b) if side is not None]
    if len(set(chapters)) == 1:
        return "换了位置"
    first, second = (chapter_name(report, n) if n else "开头" for n in chapters)
    return f"从“{first}”移到“{second}”"


def _apart(left: str, right: str) -> tuple[Pieces, Pieces]:
    """Both texts in pieces, what the other has not standing out."""
    one: list[tuple[str, bool]] = []
    other: list[tuple[str, bool]] = []
    for code in Indel.opcodes(left, right):
        differs = code.tag != "equal"
        for text, out in (
            (left[code.src_start : code.src_end], one),
            (right[code.dest_start : code.dest_end], other),
        ):
            if text and out and out[-1][1] is differs:
                out[-1] = (out[-1][0] + text, differs)
            elif text:
                out.append((text, differs))
    return tuple(one), tuple(other)
