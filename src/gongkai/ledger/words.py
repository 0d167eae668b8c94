"""文字记法的词: which verb writes which kind of entry, and how its fields are written and read.

The words are data (``notation.toml``; verbs of applications in ``transitions.toml``, results in
``remedies.toml``, decisions in the statute); the fields and what they hold come from the entries themselves.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from importlib.resources import files
from types import MappingProxyType
from typing import Any, get_args, get_type_hints

from gongkai.ledger.applications import ApplicationAdjustment, ApplicationEntry
from gongkai.ledger.entries import Entry
from gongkai.ledger.outcomes import ROWS
from gongkai.ledger.oversight import OversightEntry
from gongkai.ledger.platforms import PlatformEntry
from gongkai.ledger.proactive import ProactiveEntry
from gongkai.ledger.records import RecordEntry
from gongkai.ledger.remedies import RESULTS, RemedyEntry
from gongkai.ledger.transitions import TRANSITIONS
from gongkai.statute.decisions import kinds
from gongkai.statute.events import Event, Kind
from gongkai.values.glossary import term

ENVELOPE = frozenset(field.name for field in fields(Entry))
_KIND_FIELDS = {
    ProactiveEntry: "act",
    RemedyEntry: "step",
    RecordEntry: "handling",
    PlatformEntry: "running",
    OversightEntry: "matter",
}
_DATA = tomllib.loads(files("gongkai.ledger").joinpath("notation.toml").read_text(encoding="utf-8"))
FIELD_WORDS: Mapping[str, str] = MappingProxyType(_DATA["fields"])


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a kind of entry: how it is called, read from text, and which words stand for its values."""

    name: str
    word: str
    read: Callable[[str], Any]
    words: Mapping[str, str]
    default: Any
    required: bool
    repeats: bool


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: the class of entry that it writes, the field and value of its kind, and the other fields."""

    word: str
    entry: type[Entry]
    kind_field: str | None
    kind: StrEnum | None
    fields: tuple[Field, ...]

    @property
    def ledger(self) -> str:
        """Entries of one ledger share their subjects, and so their positions."""
        return "ApplicationEntry" if self.entry is ApplicationAdjustment else self.entry.__name__

    def make(self, envelope: Mapping[str, Any], values: Mapping[str, Any]) -> Entry:
        """The entry with these values; raises :class:`ValueError` where they do not go together."""
        if self.entry is ApplicationEntry:
            own = {k: v for k, v in values.items() if k in _APPLICATION}
            rest = {k: v for k, v in values.items() if k not in _APPLICATION}
            event = Event(kind=Kind(str(self.kind)), on=envelope["on"], **rest)
            return ApplicationEntry(**envelope, event=event, **own)
        kind = {} if self.kind_field is None else {self.kind_field: self.kind}
        make: Callable[..., Entry] = self.entry
        return make(**envelope, **kind, **values)

    def value(self, entry: Entry, name: str) -> Any:
        """What the entry holds in a field."""
        nested = isinstance(entry, ApplicationEntry) and name not in _APPLICATION
        return getattr(entry.event if nested else entry, name)  # type: ignore[attr-defined]


_APPLICATION = frozenset(f.name for f in fields(ApplicationEntry)) - ENVELOPE - {"event"}


def _row_words() -> dict[str, str]:
    """For each row the word of the glossary, without the quotes that some have inside."""
    return {row: term(row).chinese.replace("“", "").replace("”", "") for row in sorted(ROWS)}


def _decision_words() -> dict[str, str]:
    """For each decision kind its title; for a row its word."""
    return {kind.key: kind.title for kind in kinds()} | _row_words()


_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        **_DATA["words"],
        "decision": _decision_words(),
        "row": _row_words(),
        "result": {key: result.word for key, result in RESULTS.items()},
    }
)


def _reader(kind: Any) -> Callable[[str], Any]:
    """From text to a value of that type; raises :class:`ValueError` for text that is none."""
    if kind is date:
        return date.fromisoformat
    if kind is Decimal:
        return _decimal
    if kind is int:
        return int
    return kind if isinstance(kind, type) and issubclass(kind, StrEnum) else str


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except ArithmeticError as fault:
        raise ValueError(text) from fault


def _fields(entry: type[Any], skipped: frozenset[str]) -> tuple[Field, ...]:
    hints = get_type_hints(entry)
    out = []
    for field in fields(entry):
        if field.name in skipped:
            continue
        hint = hints[field.name]
        options = [arg for arg in get_args(hint) if arg not in (type(None), Ellipsis)] or [hint]
        required = field.default is _MISSING
        default = None if required else field.default
        words = MappingProxyType(dict(_WORDS.get(field.name, {})))
        out.append(
            Field(
                field.name,
                FIELD_WORDS[field.name],
                _reader(options[0]),
                words,
                default,
                required,
                isinstance(default, tuple),
            )
        )
    return tuple(out)


_MISSING = fields(Entry)[0].default


def _verbs() -> dict[str, Verb]:
    own = _fields(ApplicationEntry, ENVELOPE | {"event"})
    events = _fields(Event, frozenset(("kind", "on")))
    out = [Verb(t.word, ApplicationEntry, None, kind, (*own, *events)) for kind, t in TRANSITIONS.items()]
    for entry, kind_field in _KIND_FIELDS.items():
        kind_type = get_type_hints(entry)[kind_field]
        others = _fields(entry, ENVELOPE | {kind_field})
        for kind, word in _DATA["verbs"][entry.__name__].items():
            out.append(Verb(word, entry, kind_field, kind_type(kind), others))
    adjusted = _DATA["verbs"]["ApplicationAdjustment"]["adjusted"]
    out.append(Verb(adjusted, ApplicationAdjustment, None, None, _fields(ApplicationAdjustment, ENVELOPE)))
    return {verb.word: verb for verb in out}


VERBS: Mapping[str, Verb] = MappingProxyType(_verbs())
"""Every verb by its word."""
_BY_KIND = {(verb.entry, verb.kind): verb for verb in VERBS.values()}


def verb_of(entry: Entry) -> Verb:
    """The verb that writes an entry; raises :class:`KeyError` for a foreign kind of entry."""
    kind: StrEnum | None = None
    if isinstance(entry, ApplicationEntry):
        kind = entry.event.kind
    elif type(entry) in _KIND_FIELDS:
        kind = getattr(entry, _KIND_FIELDS[type(entry)])
    return _BY_KIND[type(entry), kind]
