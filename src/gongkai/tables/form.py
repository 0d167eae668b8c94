"""The official form of the annual report, declared once as data, by edition.

A :class:`Form` is read from ``form_<edition>.toml``: chapters, the three tables with rows and columns,
exact labels, variants of labels met in print, and the equations (勾稽关系) that bind cells. Reader, checks,
builder and writers all take it from here.

>>> form("2021").table("applications").row("disclosed").label
'（一）予以公开'
>>> sum(1 for _ in form("2021").table("applications").paths())
175

Source: 国办公开办函〔2021〕30号 (edition "2021") and 国办公开办函〔2019〕60号 (edition "2019").
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any

from gongkai.tables.equations import Equation
from gongkai.values.errors import FormError

Path = tuple[str, str, str]
"""A cell: (table, row, column)."""

EDITIONS = ("2021", "2019")
TABLES = ("proactive", "applications", "remedies")


@dataclass(frozen=True, slots=True)
class Label:
    """A key with its official label, the variants met in print, and the group it stands under."""

    key: str
    label: str
    variants: tuple[str, ...] = ()
    group: str | None = None
    kind: str = "count"
    unit: str | None = None

    @property
    def wordings(self) -> tuple[str, ...]:
        """Official label first, then the variants."""
        return (self.label, *self.variants)


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the table of proactive disclosure: one item of article 20, its columns and its rows."""

    heading: str
    item: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]


@dataclass(frozen=True)
class TableForm:
    """One official table: its rows, columns, groups and blocks in the order of the form."""

    key: str
    chapter: int
    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    groups: tuple[Label, ...] = ()
    blocks: tuple[Block, ...] = ()
    corner: str = ""
    column_heading: str = ""
    column_group: str = ""

    @cached_property
    def _rows(self) -> dict[str, Label]:
        return {r.key: r for r in self.rows}

    @cached_property
    def _columns(self) -> dict[str, Label]:
        return {c.key: c for c in self.columns}

    def row(self, key: str) -> Label:
        """The row of that key; raises :class:`FormError` where the form has none."""
        if key not in self._rows:
            raise FormError(f"no row {key!r} in table {self.key!r}")
        return self._rows[key]

    def column(self, key: str) -> Label:
        """The column of that key; raises :class:`FormError` where the form has none."""
        if key not in self._columns:
            raise FormError(f"no column {key!r} in table {self.key!r}")
        return self._columns[key]

    def group(self, key: str) -> Label:
        """The group of rows of that key, such as 不予公开."""
        for candidate in self.groups:
            if candidate.key == key:
                return candidate
        raise FormError(f"no group {key!r} in table {self.key!r}")

    def columns_of(self, row: str) -> tuple[str, ...]:
        """The keys of the columns that this row has, in the order of print."""
        for block in self.blocks:
            if row in block.rows:
                return block.columns
        return tuple(c.key for c in self.columns)

    def paths(self) -> Iterator[Path]:
        """Every cell of the table, row by row."""
        for row in self.rows:
            for column in self.columns_of(row.key):
                yield (self.key, row.key, column)

    @cached_property
    def outcomes(self) -> tuple[str, ...]:
        """The rows that a decision falls into: those between the two received rows and the total."""
        keys = [r.key for r in self.rows]
        if "total_outcomes" not in keys:
            return ()
        return tuple(keys[2 : keys.index("total_outcomes")])


@dataclass(frozen=True)
class Form:
    """One edition of the official form."""

    edition: str
    first_year: int
    source: str
    chapters: tuple[Label, ...]
    aspects: tuple[Label, ...]
    tables: tuple[TableForm, ...]
    equations: tuple[Equation, ...]

    @cached_property
    def _tables(self) -> dict[str, TableForm]:
        return {t.key: t for t in self.tables}

    def table(self, key: str) -> TableForm:
        """One of :data:`TABLES`."""
        return self._tables[key]

    def equations_of(self, table: str) -> tuple[Equation, ...]:
        """The equations that bind the cells of one table."""
        return tuple(e for e in self.equations if e.table == table)


def _label(entry: dict[str, Any]) -> Label:
    return Label(
        key=entry["key"],
        label=entry["label"],
        variants=tuple(entry.get("variants", ())),
        group=entry.get("group"),
        kind=entry.get("kind", "count"),
        unit=entry.get("unit"),
    )


def _table(entry: dict[str, Any]) -> TableForm:
    return TableForm(
        key=entry["key"],
        chapter=entry["chapter"],
        rows=tuple(map(_label, entry["row"])),
        columns=tuple(map(_label, entry["column"])),
        groups=tuple(map(_label, entry.get("group", ()))),
        blocks=tuple(
            Block(b["heading"], b["item"], tuple(b["columns"]), tuple(b["rows"]))
            for b in entry.get("block", ())
        ),
        corner=entry.get("corner", ""),
        column_heading=entry.get("column_heading", ""),
        column_group=entry.get("column_group", ""),
    )


def _equation(entry: dict[str, Any], tables: tuple[TableForm, ...]) -> Equation:
    table = next(t for t in tables if t.key == entry["table"])
    left: list[str] = []
    for term in entry["left"]:
        left.extend(table.outcomes if term == "outcomes" else (term,))
    return Equation(
        entry["id"], entry["table"], entry["along"], tuple(left), tuple(entry["right"]), entry["words"]
    )


@lru_cache(maxsize=len(EDITIONS))
def form(edition: str) -> Form:
    """The form of an edition, ``"2021"`` or ``"2019"``; raises :class:`FormError` for any other."""
    if edition not in EDITIONS:
        raise FormError(f"no edition {edition!r} of the form; known: {', '.join(EDITIONS)}")
    text = files("gongkai.tables").joinpath(f"form_{edition}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    tables = tuple(map(_table, data["table"]))
    return Form(
        edition=data["edition"],
        first_year=data["first_year"],
        source=data["source"],
        chapters=tuple(
            Label(str(c["number"]), c["title"], tuple(c.get("variants", ()))) for c in data["chapter"]
        ),
        aspects=tuple(map(_label, data["aspect"])),
        tables=tables,
        equations=tuple(_equation(e, tables) for e in data["equation"]),
    )
