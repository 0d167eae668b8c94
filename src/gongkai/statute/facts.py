"""在案事实: the facts that may be on file for an application, and which of them its events put there.

A decision names the facts it needs (:mod:`gongkai.statute.decisions`); this module knows each fact's name,
its article, and what to tell a clerk when it is missing or when it stands in the way. The texts are in
``facts.toml``.

>>> fact("search_record").name
'检索记录'

Source: 政府信息公开条例 arts. 10, 14–17, 30–42; 保守国家秘密法 art. 35; 国办函〔2020〕109号.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gongkai.statute.events import Asked, Event, Kind
from gongkai.values.errors import FormError


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with its Chinese name and article.

    ``missing`` and ``barring`` are half sentences: what to do while it is not on file, and why it stands in
    the way once it is. ``event`` puts it on file by itself (narrowed by ``to``, the kind of person asked).
    """

    key: str
    name: str
    article: str
    missing: str = ""
    barring: str = ""
    event: Kind | None = None
    to: Asked | None = None


@cache
def facts() -> tuple[Fact, ...]:
    """Every fact, in the order of the file."""
    text = files("gongkai.statute").joinpath("facts.toml").read_text(encoding="utf-8")
    return tuple(
        Fact(
            key=one["key"],
            name=one["name"],
            article=one["article"],
            missing=one.get("missing", ""),
            barring=one.get("barring", ""),
            event=Kind(one["event"]) if "event" in one else None,
            to=Asked(one["to"]) if "to" in one else None,
        )
        for one in tomllib.loads(text)["fact"]
    )


@cache
def _by_key() -> dict[str, Fact]:
    return {one.key: one for one in facts()}


def fact(key: str) -> Fact:
    """The fact of that key; raises :class:`FormError` where there is none."""
    if key not in _by_key():
        raise FormError(f"no fact {key!r}")
    return _by_key()[key]


def facts_of(events: Sequence[Event]) -> frozenset[str]:
    """The facts that the events put on file, in their order: those they name, and those they are.

    What is still awaited (a correction, a payment, an opinion) is a fact too. Events taken back by a
    ``voided`` one count for nothing. Whether a period has run out is a matter of dates and is not told here:
    it comes as an event (``correction_lapsed``, ``fee_lapsed``) or as a named fact (``third_party_lapsed``).
    """
    voided = {event.of for event in events if event.kind is Kind.VOIDED}
    standing = [event for number, event in enumerate(events, 1) if number not in voided]
    found = {name for event in standing for name in event.facts}
    for one in facts():
        if one.event and any(e.kind is one.event and one.to in (None, e.to) for e in standing):
            found.add(one.key)
    return frozenset(found | _awaited(standing))


def _awaited(events: Sequence[Event]) -> set[str]:
    """What the case waits for after these events."""
    out: set[str] = set()
    asked: set[str | None] = set()
    for event in events:
        match event.kind:
            case Kind.CORRECTION_NOTICE:
                out.add("correction_pending")
            case Kind.CORRECTED | Kind.CORRECTION_LAPSED:
                out.discard("correction_pending")
            case Kind.FEE_NOTICE:
                out.add("fee_pending")
            case Kind.FEE_PAID | Kind.FEE_LAPSED:
                out.discard("fee_pending")
            case Kind.CONSULTATION_SENT:
                asked.add(event.id)
            case Kind.CONSULTATION_RETURNED:
                asked.discard(event.id)
            case _:
                pass
    return out | ({"consultation_open"} if asked else set())
