"""The language of the documents: passages with slots, and the conditions under which they stand.

A slot is ``{fact}``, ``{fact:form}``, or inside a passage for ``each`` of several ``{item}``,
``{item.column}`` and ``{n}``. A passage is a text or a list of pieces; a piece is a text,
``{ text, if, unless, is }`` or ``{ use }``, which takes a passage of ``passages.toml``. There is nothing
else: no code, no default, no sum.

>>> [slot.key for slot in slots(pieces("{you}于{received_on}提出", {}))]
['you', 'received_on']

What a slot names and no case gives is found by :mod:`gongkai.letters.filling`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gongkai.letters.vocabulary import Fact, Kind, fact
from gongkai.values.errors import FormError

ITEM, NUMBER = "item", "n"
FORMS: dict[Kind, tuple[str, ...]] = {
    Kind.TEXT: ("quoted",),
    Kind.CLAUSE: ("quoted",),
    Kind.DATE: ("weekday", "short"),
    Kind.DEADLINE: ("plain",),
    Kind.AMOUNT: ("figure",),
    Kind.COUNT: ("chinese",),
}
"""The other forms in which a fact of a kind can be printed."""
_SLOT = re.compile(r"\{(\w+)(?:\.(\w+))?(?::(\w+))?\}")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a fact; ``column`` in the rows of a fact, ``form`` where it is not the usual one."""

    key: str
    column: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds when ``fact`` is there (a flag: is true) and, if ``among`` says so, is one of these choices."""

    fact: str
    negated: bool = False
    among: tuple[str, ...] = ()

    def holds(self, facts: Mapping[str, Any]) -> bool:
        """Whether it holds for these facts."""
        value = facts.get(self.fact)
        there = value is not None and value is not False and (not self.among or value in self.among)
        return there is not self.negated


@dataclass(frozen=True, slots=True)
class Piece:
    """Texts and slots in a row, which stand when all of ``when`` hold."""

    parts: tuple[str | Slot, ...]
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph; ``each`` names the list or rows for every one of which it is printed."""

    pieces: tuple[Piece, ...]
    when: tuple[Condition, ...] = ()
    each: str = ""


def conditions(data: Mapping[str, Any]) -> tuple[Condition, ...]:
    """The conditions that a passage, a piece or a row states: of one fact or of each in a list; raises
    :class:`FormError` for wrong ones.
    """
    among = data.get("is", ())
    words = (among,) if isinstance(among, str) else tuple(among)
    found = []
    for name, negated in (("if", False), ("unless", True)):
        for key in [data[name]] if isinstance(data.get(name), str) else data.get(name, ()):
            known = fact(key)
            if bad := [word for word in words if word not in known.choices]:
                raise FormError(f"{known.key} cannot be {bad[0]!r}")
            found.append(Condition(known.key, negated, words))
    if words and len(found) != 1:
        raise FormError(f"'is' stands with one 'if' or one 'unless': {data}")
    return tuple(found)


def pieces(text: Any, shared: Mapping[str, Any]) -> tuple[Piece, ...]:
    """The pieces of a text as a document has it; ``shared`` are the passages that it may use."""
    out: list[Piece] = []
    for one in text if isinstance(text, list) else [text]:
        if isinstance(one, str):
            out.append(Piece(_parts(one)))
        elif "use" in one:
            out += [
                Piece(piece.parts, (*conditions(one), *piece.when))
                for piece in pieces(shared[one["use"]]["text"], shared)
            ]
        else:
            out.append(Piece(_parts(one["text"]), conditions(one)))
    return tuple(out)


def passage(data: Mapping[str, Any], shared: Mapping[str, Any]) -> Passage:
    """A paragraph as a document has it."""
    text = shared[data["use"]]["text"] if "use" in data else data["text"]
    each = data.get("each", "")
    made = Passage(pieces(text, shared), conditions(data), each)
    check(made.pieces, fact(each) if each else None)
    return made


def check(made: Sequence[Piece], each: Fact | None = None) -> None:
    """Hold the slots against the vocabulary; raises :class:`FormError` where one names nothing."""
    for slot in slots(made):
        if slot.key == NUMBER and each:
            continue
        if slot.key == ITEM and each:
            columns = each.columns
            if bool(columns) != bool(slot.column) or (slot.column and slot.column not in columns):
                raise FormError(f"the rows of {each.key!r} have no column {slot.column!r}")
            kind = columns[slot.column].kind if slot.column else Kind.CLAUSE
        else:
            kind = fact(slot.key).kind
        if slot.form and slot.form not in FORMS.get(kind, ()):
            raise FormError(f"{slot.key!r} ({kind}) has no form {slot.form!r}")


def slots(made: Sequence[Piece]) -> Iterator[Slot]:
    """Every slot in order."""
    for piece in made:
        for part in piece.parts:
            if isinstance(part, Slot):
                yield part


def _parts(text: str) -> tuple[str | Slot, ...]:
    out: list[str | Slot] = []
    at = 0
    for match in _SLOT.finditer(text):
        out += [text[at : match.start()], Slot(match[1], match[2] or "", match[3] or "")]
        at = match.end()
    out.append(text[at:])
    if any(isinstance(part, str) and ("{" in part or "}" in part) for part in out):
        raise FormError(f"a brace that is no slot: {text!r}")
    return tuple(part for part in out if part != "")
