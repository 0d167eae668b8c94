"""The way back from the exchange form: a JSON object to an :class:`AnnualReport`.

The object may come from anywhere, so every value is looked at before it is taken: what has the wrong type,
an unknown row or an impossible date is refused with the path of the key, never mended. Keys that are not
known are passed over.
"""

from __future__ import annotations

from types import MappingProxyType

from gongkai.report.document import (
    AnnualReport,
    Candidate,
    CellKey,
    CellValue,
    Chapter,
    Flag,
    Source,
    Statement,
    Table,
)
from gongkai.report.json_entry import Entry
from gongkai.tables.form import EDITIONS, TABLES, Form, form
from gongkai.values.findings import Finding, Severity, Where

SCHEMA = "gongkai/report/1"


def from_json(value: object) -> AnnualReport:
    """The report that ``value`` (parsed JSON) says; raises :class:`Refused` naming the key that is wrong."""
    top = Entry(value, "")
    if top.text("schema") != SCHEMA:
        raise top.wrong("schema", f"应为“{SCHEMA}”")
    edition = top.text("edition")
    if edition not in EDITIONS:
        raise top.wrong("edition", f"应为 {'、'.join(EDITIONS)} 之一")
    official = form(edition)
    source = top.inner("source")
    part = top.inner("part") if top.has("part") else None
    return AnnualReport(
        source=Source(source.text("file"), source.text("format"), source.text("sha256")),
        organ=top.maybe_text("organ"),
        organ_kind=top.maybe_text("organ_kind"),
        title=top.maybe_text("title"),
        year=top.maybe_whole("year"),
        edition=edition,
        dated_on=top.maybe_day("dated_on"),
        published_on=top.maybe_day("published_on"),
        chapters=tuple(_chapter(c) for c in top.each("chapters")),
        preamble=_chapter(top.inner("preamble")) if top.has("preamble") else None,
        tables=MappingProxyType(_tables(top, official)),
        other_tables=tuple(_other(o, official) for o in top.each("other_tables")),
        flags=tuple(_flag(f) for f in top.each("flags")),
        statements=tuple(_statement(s) for s in top.each("statements")),
        findings=tuple(_finding(f) for f in top.each("findings")),
        part=(part.whole("index"), part.whole("of")) if part else None,
    )


def _cells(rows: Entry, skip: str | None = None) -> dict[CellKey, CellValue]:
    out: dict[CellKey, CellValue] = {}
    for row in rows.value:
        inner = rows.inner(row)
        out.update({(row, column): inner.scalar(column) for column in inner.value if column != skip})
    return out


def _table(key: str, rows: Entry, printed: Entry, official: Form) -> Table:
    shape = official.table(key)
    known = {path[1:] for edition in EDITIONS for path in form(edition).table(key).paths()}
    cells = _cells(rows, skip="unit")
    for row, column in cells:
        if (row, column) not in known:
            raise rows.wrong(f"{row}.{column}", "不是报告格式中的格子")
    units = {pair: str(unit) for pair, unit in _cells(printed.inner("units")).items()}
    amounts = {column.key for column in shape.columns if column.kind == "amount"}
    for row in rows.value:
        inner = rows.inner(row)
        if inner.has("unit"):
            units |= {(row, c): inner.text("unit") for r, c in known if r == row and c in amounts}
    labels = printed.inner("labels")
    return Table(
        key,
        cells=MappingProxyType(cells),
        labels=MappingProxyType({name: labels.text(name) for name in labels.value}),
        units=MappingProxyType(units),
    )


def _tables(top: Entry, official: Form) -> dict[str, Table | None]:
    tables, printed = top.inner("tables"), top.inner("printed")
    return {
        key: _table(key, tables.inner(key), printed.inner(key), official) if tables.has(key) else None
        for key in TABLES
    }


def _other(entry: Entry, official: Form) -> Table:
    if entry.text("table") not in TABLES:
        raise entry.wrong("table", f"应为 {'、'.join(TABLES)} 之一")
    return _table(entry.text("table"), entry.inner("rows"), entry.inner("printed"), official)


def _chapter(entry: Entry) -> Chapter:
    return Chapter(entry.whole("number"), entry.text("title"), entry.truth("found"), entry.text("text", ""))


def _flag(entry: Entry) -> Flag:
    readings = tuple(
        Candidate(MappingProxyType(_cells(r.inner("cells"))), r.text("by"), r.truth("taken"))
        for r in entry.each("readings")
    )
    return Flag(entry.texts("where"), entry.text("why"), readings)


def _statement(entry: Entry) -> Statement:
    value = entry.scalar("value")
    if value is None:
        raise entry.wrong("value", "应为整数或文字")
    return Statement(
        subject=entry.text("subject"),
        value=value,
        unit=entry.text("unit"),
        bound=entry.text("bound"),
        chapter=entry.whole("chapter"),
        span=entry.span("span"),
        text=entry.text("text"),
        verdict=entry.text("verdict"),
        against=entry.texts("against"),
        expected=entry.scalar("expected"),
        scope=entry.maybe_text("scope"),
        period=entry.maybe_text("period"),
    )


def _finding(entry: Entry) -> Finding:
    try:
        severity = Severity(entry.text("severity"))
    except ValueError as error:
        raise entry.wrong("severity", f"应为 {'、'.join(Severity)} 之一") from error
    return Finding(
        code=entry.text("code"),
        severity=severity,
        where=_where(entry.inner("where")),
        said=entry.scalar("said"),
        expected=entry.scalar("expected"),
        clause=entry.text("clause"),
        message=entry.text("message"),
        hint=entry.text("hint"),
    )


def _where(place: Entry) -> Where:
    return Where(
        table=place.maybe_text("table"),
        row=place.maybe_text("row"),
        column=place.maybe_text("column"),
        chapter=place.maybe_whole("chapter"),
        span=place.span("span") if place.has("span") else None,
        page=place.maybe_whole("page"),
        line=place.maybe_whole("line"),
        block=place.maybe_whole("block"),
    )
