"""What the page shows, as plain values: made in the guarded process, carried to the server, rendered there.

Everything is text, numbers and tuples, so that it can be pickled and a template needs no logic.
Addresses inside the page (``href``) are ``#`` and an id; ids are made by :mod:`gongkai.web.portal.anchors`.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell of an official table as the form prints it.

    ``state``: plain, error, warning, notice (the gravest finding on it), unsettled, blank, absent.
    ``readings`` are the ways to read an unsettled cell, each (method, value). ``finding`` is the id of
    the finding to jump to and ``number`` its number.
    """

    text: str
    header: bool = False
    rowspan: int = 1
    colspan: int = 1
    id: str = ""
    state: str = "plain"
    source: str = ""
    finding: str = ""
    number: int = 0
    readings: tuple[tuple[str, str], ...] = ()
    name: str = ""
    scope: str = "row"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A flag of the reader: the cells it covers in words, why, the readings, and where to jump."""

    place: str
    why: str
    readings: tuple[tuple[str, str], ...]
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One official table: its key, the chapter's title, its rows, and how many head the columns."""

    key: str
    title: str
    found: bool
    head: tuple[tuple[SheetCell, ...], ...] = ()
    body: tuple[tuple[SheetCell, ...], ...] = ()
    doubts: tuple[Doubt, ...] = ()
    others: int = 0


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as it is shown; ``cell`` and ``source`` are ids to jump to, empty where there is none."""

    id: str
    number: int
    code: str
    level: str
    label: str
    message: str
    clause: str
    hint: str
    place: str
    cell: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A figure told in prose: the sentence before, the figure, the sentence after, subject, value,
    verdict.
    """

    id: str
    before: str
    said: str
    after: str
    subject: str
    value: str
    verdict: str
    label: str
    against: str = ""
    cell: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what is known of the report: a name, and what was read (empty where nothing was)."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """One report in the file: most files hold one."""

    id: str
    title: str
    facts: tuple[Fact, ...]
    chapters: tuple[tuple[str, bool], ...]
    sheets: tuple[Sheet, ...]
    findings: tuple[FindingRow, ...]
    statements: tuple[StatementRow, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many findings of each level, and how many doubts."""
        out = {
            level: sum(f.level == level for f in self.findings) for level in ("error", "warning", "notice")
        }
        out["doubt"] = sum(len(sheet.doubts) for sheet in self.sheets)
        return out


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of source text; ``level`` says how it is marked (empty: not), ``id`` and ``href`` where it
    links.
    """

    text: str
    level: str = ""
    id: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class SourceCell:
    """A cell of a table in the source."""

    id: str
    pieces: tuple[Piece, ...]
    rowspan: int = 1
    colspan: int = 1
    level: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A paragraph (``rows`` empty) or a table of the source; ``page`` where a new page begins here."""

    id: str
    kind: str
    pieces: tuple[Piece, ...] = ()
    rows: tuple[tuple[SourceCell, ...], ...] = ()
    page: int | None = None
    level: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole page: the file's name, its format in words, its reports, its source, and the exchange
    form.
    """

    file: str
    format: str
    parts: tuple[Part, ...]
    source: tuple[SourceBlock, ...]
    cut: bool
    exchange: str
    notes: tuple[str, ...] = field(default=())
