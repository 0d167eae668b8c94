"""Random reports as a reader gives them: what every writer must bring back unharmed.

Figures come from the generator of the adversary, so that they are like those of real reports; over them any
cell may be blank, absent, huge, negative or a text, rows may be missing, （六） may be one row, tables may not
be there, and the prose holds what is awkward in markup, in a spreadsheet and for the reader.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from gongkai.report.document import AnnualReport, CellKey, CellValue, Chapter, Source, Table
from gongkai.report.reader.identity import organ_kind
from gongkai.report.statements import reading as statements
from gongkai.tables.form import EDITIONS, TABLES, Form, form
from tests.adversary.generator import sample

MARKS = ("/", "-", "—", "无", "×", "1.5", "N/A")
counts = st.one_of(st.integers(0, 99), st.integers(-99, 10**9), st.just(10**17 + 1))
amounts = st.decimals(0, 10**7, allow_nan=False, allow_infinity=False, places=2).map(lambda d: f"{d:f}")
SENTENCES = (
    "本年度通过网站发布信息 128 条，办理率 99.5%。",
    "（一）主动公开",
    "（二）依申请公开。全年接到政府信息公开申请3件，均已办结。",
    "1.组织培训2次。",
    "=SUM(A1:A9) 是表格里的写法。",
    "+86 开头的电话不予公布。",
    "-5℃以下停止户外服务。",
    "@政务新媒体 转发 12 次。",
    "'引号开头的一句。",
    '<b>尖括号</b> & “引号” "quotes" ]]> 都要照原样。',
    "反斜线 \\ 与 #井号、*星号*、_下划线_、$美元$、`反引号`。",
    "生僻字：李镕、王喆、㛃、𬭩。",
    "网址不写成链接：www.example.invalid/a?b=1&c=2。",
    "很长的一段" + "，说明公开工作的做法和成效" * 60 + "。",
)
paragraphs = st.lists(st.sampled_from(SENTENCES), max_size=4, unique=True)


def _cells(draw: Any, official: Form, key: str, base: dict[CellKey, CellValue]) -> dict[CellKey, CellValue]:
    """The figures of one table with what print may do to them."""
    shape = official.table(key)
    cells = dict(base)
    paths = list(cells)
    odd = draw(
        st.dictionaries(st.sampled_from(paths), st.none() | st.sampled_from(MARKS) | counts, max_size=6)
    )
    for cell, value in odd.items():
        if shape.column(cell[1]).kind != "amount" or not isinstance(value, int):
            cells[cell] = value
    for cell in (c for c in paths if shape.column(c[1]).kind == "amount" and c not in odd):
        cells[cell] = draw(amounts | st.just("0"))
    for row in draw(st.sets(st.sampled_from([r.key for r in shape.rows]), max_size=3)):
        cells = {cell: value for cell, value in cells.items() if cell[0] != row}
    for cell in draw(st.sets(st.sampled_from(paths), max_size=4)):
        cells.pop(cell, None)
    return cells


def _table(draw: Any, official: Form, key: str, base: dict[CellKey, CellValue]) -> Table | None:
    how = draw(st.sampled_from(["full", "full", "full", "odd", "odd", "odd", "blank", "one_sixth", "none"]))
    if how == "none":
        return None
    cells = {"blank": dict.fromkeys(base)}.get(how, base)
    if how == "odd":
        cells = _cells(draw, official, key, base)
    if how == "one_sixth" and key == "applications" and official.edition == "2021":
        columns = [column.key for column in official.table(key).columns]
        cells = {cell: value for cell, value in base.items() if not cell[0].startswith("otherwise.")}
        cells |= {("otherwise", column): 0 for column in columns}
    return Table(key, MappingProxyType(cells)) if cells else None


@st.composite
def printed_reports(draw: Any) -> AnnualReport:
    """A report of either edition, complete or damaged."""
    edition = draw(st.sampled_from(EDITIONS))
    official = form(edition)
    figures = sample(draw(st.integers(0, 5000)), edition)
    tables = {
        key: _table(draw, official, key, {p[1:]: v for p, v in figures.values.items() if p[0] == key})
        for key in TABLES
    }
    texts = {number: list(draw(paragraphs)) for number in range(1, 7)}
    day = draw(st.dates(date(figures.year + 1, 1, 1), date(figures.year + 1, 12, 31)))
    signed = [figures.organ, f"{day.year}年{day.month}月{day.day}日"] if draw(st.booleans()) else []
    texts[6] += signed
    titles = {number: chapter.label for number, chapter in enumerate(official.chapters, 1)}
    left_out = draw(st.none() | st.integers(1, 5))
    chapters = tuple(
        Chapter(
            n, "" if n == left_out else titles[n], n != left_out, "" if n == left_out else "\n".join(lines)
        )
        for n, lines in texts.items()
    )
    opening = draw(st.sampled_from(["", "\n根据条例编制本报告，统计期限为1月1日至12月31日。"]))
    report = AnnualReport(
        source=Source("a.txt", "txt", ""),
        organ=figures.organ,
        organ_kind=organ_kind(figures.organ),
        title=figures.title,
        year=figures.year,
        edition=edition,
        dated_on=day if signed else None,
        published_on=draw(st.none() | st.just(day)),
        chapters=chapters,
        preamble=Chapter(0, "", True, figures.title + opening),
        tables=MappingProxyType(tables),
    )
    return replace(report, statements=statements.read(chapters, tables, official, figures.year))
