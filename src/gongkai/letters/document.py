"""文书种类: every letter and form as data: when it is used, its articles, what it says, how it is sent.

Each is one file under ``documents/``, found by name. D01 to D30 are the letters, F01 to F06 the forms that
stay in the office.

>>> document("D04").title, document("D04").articles
('政府信息公开申请延期答复告知书', ('《条例》第三十三条第二款',))

Source: 政府信息公开条例 arts. 10, 11, 14–17, 29–45; the list of papers in local rules (宿政办函〔2021〕21号).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.letters.language import (
    NUMBER,
    Condition,
    Passage,
    Piece,
    Slot,
    check,
    conditions,
    passage,
    pieces,
    slots,
)
from gongkai.letters.vocabulary import Fact, Kind, Source, fact
from gongkai.values.errors import FormError, NotAllowed


class To(StrEnum):
    """To whom a document goes; ``OFFICE`` stays in the office."""

    APPLICANT = "applicant"
    THIRD_PARTY = "third_party"
    PEER = "peer"
    OFFICE = "office"

    @property
    def words(self) -> str:
        """In Chinese."""
        return {"applicant": "申请人", "third_party": "第三方", "peer": "有关机关", "office": "本机关存"}[
            self.value
        ]


class Remedies(StrEnum):
    """Which remedies a letter tells: none, those against its decision, those of the third party."""

    NONE = "none"
    DECISION = "decision"
    THIRD_PARTY = "third_party"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: a label, or a text with slots.

    ``label`` cells are centred; so are numbers and days of repeated rows. ``ink`` is printed where a
    fact is not there yet, for hand and pen; None where the fact must be there. ``span`` columns wide and
    ``lines`` lines high at least.
    """

    pieces: tuple[Piece, ...]
    label: bool
    span: int = 1
    lines: int = 1
    ink: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells, printed for ``each`` of a fact's rows; blank ones for ink fill up to ``least`` rows."""

    cells: tuple[Cell, ...]
    when: tuple[Condition, ...] = ()
    each: str = ""
    least: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table: relative widths of its columns, rows of its head (they come again on a page), its rows."""

    widths: tuple[int, ...]
    head: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """What stands under a title: paragraphs, a table, paragraphs after it."""

    paragraphs: tuple[Passage, ...]
    table: Table | None = None
    after: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Appendix:
    """A sheet that goes with the letter, such as a reply slip; its title stands in the note of enclosures."""

    title: str
    body: Body


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of document. ``series`` is the word of its number ("" where it has none); ``calls_itself`` is
    how it names itself; ``needs``: one fact of each inner tuple must be there, printed or not. ``proof``:
    whether its delivery has to be proved (送达回证). ``enclosure`` names the list of what is enclosed.
    """

    id: str
    title: str
    used: str
    articles: tuple[str, ...]
    to: To
    body: Body
    decisions: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    series: str = ""
    calls_itself: str = "本告知书"
    remedies: Remedies = Remedies.NONE
    needs: tuple[tuple[str, ...], ...] = ()
    enclosure: str = ""
    appendices: tuple[Appendix, ...] = ()
    line: tuple[Piece, ...] = ()
    note: tuple[Piece, ...] = ()
    sealed: bool = True
    proof: bool = False

    @property
    def is_form(self) -> bool:
        """Whether it is a form (a title and a table) and no letter."""
        return not self.series

    def passages(self) -> Iterator[tuple[tuple[Piece, ...], bool]]:
        """Every run of pieces with whether it always stands and its facts must be there."""
        for body in (self.body, *(sheet.body for sheet in self.appendices)):
            for one in (*body.paragraphs, *body.after):
                yield one.pieces, not one.when
            for row in body.table.rows if body.table else ():
                for cell in row.cells:
                    yield cell.pieces, not row.when and cell.ink is None
        yield self.line, True
        yield self.note, True

    def facts(self) -> dict[str, bool]:
        """The facts that it prints or needs, in order, computed ones left out; True where it always does."""
        found: dict[str, bool] = {}
        if self.series or self.sealed:
            found["organ"] = True
        if self.series:
            found["number"] = True
        addressee = {To.APPLICANT: "applicant", To.THIRD_PARTY: "third_party", To.PEER: "peer"}.get(self.to)
        if addressee:
            found[addressee] = True
        if addressee in ("applicant", "third_party"):
            found[f"{addressee}_kind"] = True
        for one in self.repeats():
            found[one] = found.get(one, False)
        for run, always in self.passages():
            for piece in run:
                for condition in piece.when:
                    found.setdefault(condition.fact, False)
                for slot in slots([piece]):
                    if slot.key not in ("item", "n"):
                        found[slot.key] = found.get(slot.key, False) or (always and not piece.when)
        for need in self.needs:
            for key in need:
                found[key] = found.get(key, False) or len(need) == 1
        return {key: must for key, must in found.items() if fact(key).source is not Source.COMPUTED}

    def repeats(self) -> Iterator[str]:
        """What is printed one by one, and the facts on which passages and rows hang."""
        for body in (self.body, *(sheet.body for sheet in self.appendices)):
            repeated: list[Passage | Row] = [*body.paragraphs, *body.after]
            repeated += body.table.rows if body.table else ()
            for one in repeated:
                if one.each:
                    yield one.each
                yield from (condition.fact for condition in one.when)
        if self.enclosure:
            yield self.enclosure


def read(text: str, shared: Mapping[str, Any]) -> Document:
    """A document from the text of its file; raises :class:`FormError` where the file is wrong."""
    data = tomllib.loads(text)
    series = data.get("series", "")
    note = data.get("note", [{"use": "contact"}] if series else [])
    made = Document(
        id=data["id"],
        title=data["title"],
        used=data["used"],
        articles=tuple(data["articles"]),
        to=To(data["to"]),
        body=_body(data, shared),
        decisions=tuple(data.get("decisions", ())),
        events=tuple(data.get("events", ())),
        series=series,
        calls_itself=data.get("calls_itself", "本告知书"),
        remedies=Remedies(data.get("remedies", "none")),
        needs=tuple(tuple(need) for need in data.get("needs", ())),
        enclosure=data.get("enclosure", ""),
        appendices=tuple(Appendix(one["title"], _body(one, shared)) for one in data.get("appendix", ())),
        line=pieces(data.get("line", []), shared),
        note=pieces(note, shared),
        sealed=data.get("sealed", True),
        proof=data.get("proof", False),
    )
    check(made.line)
    check(made.note)
    for need in made.needs:
        for key in need:
            fact(key)
    return made


def _body(data: Mapping[str, Any], shared: Mapping[str, Any]) -> Body:
    return Body(
        tuple(passage(one, shared) for one in data.get("paragraph", ())),
        _table(data["table"], shared) if "table" in data else None,
        tuple(passage(one, shared) for one in data.get("after", ())),
    )


def _table(data: Mapping[str, Any], shared: Mapping[str, Any]) -> Table:
    table = Table(
        tuple(data["widths"]), data.get("head", 0), tuple(_row(row, shared) for row in data["rows"])
    )
    for row in table.rows:
        if sum(cell.span for cell in row.cells) != len(table.widths):
            raise FormError(f"a row does not fill its table: {row}")
    return table


def _row(data: Any, shared: Mapping[str, Any]) -> Row:
    if isinstance(data, list):
        data = {"cells": data}
    each = data.get("each", "")
    cells = tuple(_cell(cell, shared, fact(each) if each else None) for cell in data["cells"])
    return Row(cells, conditions(data), each, data.get("least", 0))


def _cell(data: Any, shared: Mapping[str, Any], each: Fact | None) -> Cell:
    if isinstance(data, str):
        data = {"text": data}
    made = pieces(data["text"], shared)
    check(made, each)
    label = not any(True for _ in slots(made)) and "ink" not in data
    label = label or (each is not None and _narrow(made, each))
    return Cell(made, label, data.get("span", 1), data.get("lines", 1), data.get("ink"))


def _narrow(made: tuple[Piece, ...], each: Fact) -> bool:
    """Whether a cell of a repeated row holds but its number, a count or a day."""
    parts = [part for piece in made for part in piece.parts]
    if len(parts) != 1 or not isinstance(parts[0], Slot):
        return False
    column = each.columns.get(parts[0].column)
    return parts[0].key == NUMBER or (column is not None and column.kind in (Kind.COUNT, Kind.DATE))


@cache
def _shelf() -> dict[str, Document]:
    home = files("gongkai.letters")
    shared = tomllib.loads(home.joinpath("passages.toml").read_text(encoding="utf-8"))
    found = {}
    for one in sorted(home.joinpath("documents").iterdir(), key=lambda path: path.name):
        if one.name.endswith(".toml"):
            made = read(one.read_text(encoding="utf-8"), shared)
            if f"{made.id}.toml" != one.name:
                raise FormError(f"{one.name} calls itself {made.id!r}")
            found[made.id] = made
    return found


def documents() -> tuple[Document, ...]:
    """Every document in the order of the identifiers."""
    return tuple(_shelf().values())


def document(id: str) -> Document:
    """The document of that identifier; raises :class:`NotAllowed` with a sentence where there is none."""
    if id not in _shelf():
        known = "、".join(f"{one.id}{one.title}" for one in documents())
        raise NotAllowed(f"没有编号为“{id}”的文书，可用的有：{known}。", "手册“文书”一页")
    return _shelf()[id]
