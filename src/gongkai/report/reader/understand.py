"""From the blocks of one report to an :class:`AnnualReport`: edition, tables, chapters, identity, prose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from gongkai.report.document import AnnualReport, Chapter, Flag, Place, Source, Table
from gongkai.report.reader import identity, outline, stream
from gongkai.report.reader.blocks import Document, Grid, Item, Paragraph
from gongkai.report.reader.builder import Built
from gongkai.report.reader.headings import Piece
from gongkai.report.reader.labels import SURE, chapter_titles
from gongkai.report.reader.normal import fold
from gongkai.report.reader.rows import Found, from_grids
from gongkai.report.reader.tables import build
from gongkai.report.reader.traditional import simplified
from gongkai.report.statements import reading as statements
from gongkai.tables.form import TABLES, form

Indexed = tuple[int, Item]
_WHOLE = 0.8
_UNREADABLE = "文件里有这张表的行名，但数字残缺不全，无法还原，按没有读到处理。"
_ONLY_2019 = ("made", "disclosed", "disclosed_in_all", "previous_year", "change", "projects")
_ONLY_2021 = ("issued", "repealed", "in_force")


@dataclass(slots=True)
class _Run:
    """Paragraphs that follow each other, as one text; ``offsets`` says where each begins."""

    text: str = ""
    items: list[tuple[int, Paragraph]] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    cut: list[tuple[int, int]] = field(default_factory=list)

    def place(self, offset: int) -> Place:
        """The place of the paragraph that holds an offset."""
        at = max((i for i, start in enumerate(self.offsets) if start <= offset), default=0)
        index, item = self.items[at]
        line = item.line + self.text.count("\n", self.offsets[at], offset) if item.line else None
        return Place(item.page, line, index)


def report(items: Sequence[Indexed], document: Document, source: Source) -> AnnualReport:
    """Understand one report; what the file does not tell stays None, tables not found are None."""
    items = simplified(items)
    runs = _runs(items)
    year_hint = identity.identify(
        _pieces(items, runs), *_no_chapters(), document.title, document.published_on
    ).year
    edition = _edition(items, year_hint)
    tables, others, flags = _tables(items, runs, edition)
    pieces = _pieces(items, runs)
    preamble, chapters = outline.chapters(pieces, edition)
    published = document.published_on or identity.published_in(i for _, i in items if isinstance(i, Grid))
    who = identity.identify(pieces, preamble, chapters, document.title, published)
    return AnnualReport(
        source=source,
        organ=who.organ,
        organ_kind=who.organ_kind,
        title=who.title,
        year=who.year,
        edition=edition,
        dated_on=who.dated_on,
        published_on=who.published_on,
        chapters=chapters,
        preamble=preamble,
        tables=MappingProxyType(tables),
        other_tables=tuple(others),
        flags=tuple(flags),
        statements=statements.read(chapters, tables, form(edition), who.year, organ=who.organ),
    )


def _no_chapters() -> tuple[Chapter, tuple[Chapter, ...]]:
    return outline.chapters((), "2021")


def _runs(items: Sequence[Indexed]) -> list[_Run]:
    runs: list[_Run] = []
    parts: list[str] = []
    length = 0
    open_run: _Run | None = None
    for index, item in items:
        if isinstance(item, Grid):
            if open_run is not None:
                open_run.text = "\n".join(parts)
            open_run, parts, length = None, [], 0
            continue
        if open_run is None:
            open_run = _Run()
            runs.append(open_run)
        open_run.items.append((index, item))
        open_run.offsets.append(length)
        parts.append(item.text)
        length += len(item.text) + 1
    if open_run is not None:
        open_run.text = "\n".join(parts)
    return runs


def _pieces(items: Sequence[Indexed], runs: Sequence[_Run]) -> list[Piece]:
    """Paragraphs with what belongs to tables taken out, and chapter headings that stand as rows."""
    cuts = {
        index: (start, run.cut)
        for run in runs
        for (index, _), start in zip(run.items, run.offsets, strict=True)
    }
    out: list[Piece] = []
    for index, item in items:
        if isinstance(item, Grid):
            out.extend(_headings_in(index, item))
            continue
        place = Place(item.page, item.line, index)
        for text in _left(item.text, *cuts[index]):
            if fold(text):
                out.append(Piece(text, place, item.broken, item.heading))
    return out


def _headings_in(index: int, grid: Grid) -> list[Piece]:
    """Rows of one cell that are titles of chapters: the whole report is set as one table."""
    titles = chapter_titles("2021")
    out = []
    for number, row in enumerate(grid.rows):
        filled = [c.text for c in row if c.text.strip()]
        if len(filled) == 1 and titles.exact(fold(filled[0])):
            out.append(Piece(filled[0], Place(grid.page, grid.line, index, number)))
    return out


def _left(text: str, start: int, cut: Sequence[tuple[int, int]]) -> list[str]:
    """The parts of a paragraph outside the cut spans of its run."""
    left: list[str] = []
    at = 0
    for first, last in cut:
        a, b = first - start, last - start
        if b <= 0 or a >= len(text):
            continue
        left.append(text[at : max(a, 0)])
        at = max(at, min(b, len(text)))
    left.append(text[at:])
    return left


def _edition(items: Sequence[Indexed], year: int | None) -> str:
    """By the labels of print; where they do not tell, by the year."""
    text = "\n".join(_all_text(items))
    folded = fold(text)
    score = {"2019": 0, "2021": 0}
    for edition, keys in (("2019", _ONLY_2019), ("2021", _ONLY_2021)):
        table = form(edition).table("proactive")
        score[edition] = sum(any(fold(w) in folded for w in table.column(k).wordings) for k in keys)
    if score["2019"] != score["2021"]:
        return max(score, key=lambda e: score[e])
    newest = form("2021")
    return "2019" if year is not None and year < newest.first_year else "2021"


def _all_text(items: Sequence[Indexed]) -> list[str]:
    out: list[str] = []
    for _, item in items:
        if isinstance(item, Grid):
            out.extend(c.text for row in item.rows for c in row)
        else:
            out.append(item.text)
    return out


def _tables(
    items: Sequence[Indexed], runs: Sequence[_Run], edition: str
) -> tuple[dict[str, Table | None], list[Table], list[Flag]]:
    found = from_grids(list(items), edition)
    if _incomplete(found, edition):
        for run in runs:
            _stream_into(found, run, edition)
    tables: dict[str, Table | None] = {}
    others: list[Table] = []
    flags: list[Flag] = []
    for key in TABLES:
        built = build(found[key], form(edition), key)
        best = _best(built)
        tables[key] = best.table if best else None
        if best:
            flags.extend(best.flags)
        elif any(row.filled for row in found[key].rows):
            flags.append(Flag((key,), _UNREADABLE))
        others.extend(b.table for b in built if b is not best)
    return tables, others, flags


def _best(built: Sequence[Built]) -> Built | None:
    """Of several tables of one kind that are whole the one whose equations close, else the fullest."""
    fullest = max((b.printed for b in built), default=0)
    whole = [b for b in built if b.printed > fullest * _WHOLE]
    return min(whole, key=lambda b: (b.filled == 0, b.failing + len(b.flags), -b.printed), default=None)


def _incomplete(found: dict[str, Found], edition: str) -> bool:
    """True where grids do not hold every row of the form, so that the text must be searched too."""
    for key in ("proactive", "applications"):
        keys = {r.match.key for r in found[key].rows if r.match and r.match.score >= SURE}
        wanted = {r.key for r in form(edition).table(key).rows if not r.key.startswith("otherwise")}
        if not wanted <= keys:
            return True
    return not found["remedies"].rows


def _missing(found: dict[str, Found], edition: str) -> frozenset[str]:
    """Rows of the applications that the grids so far lack, where they have some of that table."""
    keys = {r.match.key for r in found["applications"].rows if r.match and r.match.score >= SURE}
    return frozenset(r.key for r in form(edition).table("applications").rows if keys and r.key not in keys)


def _stream_into(found: dict[str, Found], run: _Run, edition: str) -> None:
    """Add rows from running text for which the grids have none."""
    if not run.text:
        return
    extra, spans = stream.in_text(run.text, run.place, edition, _missing(found, edition))
    run.cut = spans
    for key, more in extra.items():
        known = {r.match.key for r in found[key].rows if r.match and r.match.score >= SURE}
        if key == "remedies" and found[key].rows:
            continue
        found[key].rows.extend(r for r in more.rows if r.match is None or r.match.key not in known)
        found[key].group_rows.extend(more.group_rows)
