"""Acts as values for JSON and back: open data (ids, numbers, fingerprints) apart from words that people
wrote.

What people write may quote somebody's private matters, so it is kept apart and sealed where it is stored.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from gongkai.web.review.core.acts import (
    Act,
    Mark,
    Paper,
    Released,
    Resubmitted,
    Returned,
    SecrecySigned,
    Signed,
    Signing,
    Submitted,
    TakenOver,
    Withdrawn,
)
from gongkai.web.review.core.chain import Chain, Step

KINDS: Mapping[str, type[Act]] = {
    "submitted": Submitted,
    "resubmitted": Resubmitted,
    "signed": Signed,
    "secrecy_signed": SecrecySigned,
    "returned": Returned,
    "taken_over": TakenOver,
    "withdrawn": Withdrawn,
    "released": Released,
}
_NAMES = {kind: name for name, kind in KINDS.items()}
_WORDS = ("opinion", "basis", "form", "reason", "marks", "note")
_COMMON = ("position", "on", "recorded_at", "by")


def kind_of(act: Act) -> str:
    """The name under which an act is stored."""
    return _NAMES[type(act)]


def chain_to(chain: Chain) -> dict[str, Any]:
    """A chain as values for JSON."""
    steps = [{"name": s.name, "roles": list(s.roles), "own_unit": s.own_unit} for s in chain.steps]
    return {"steps": steps, "secrecy_roles": list(chain.secrecy_roles), "chase_after": chain.chase_after}


def chain_from(data: Mapping[str, Any]) -> Chain:
    """A chain that :func:`chain_to` gave."""
    steps = tuple(Step(s["name"], tuple(s["roles"]), s["own_unit"]) for s in data["steps"])
    return Chain(steps, tuple(data["secrecy_roles"]), data["chase_after"])


def split(act: Act) -> tuple[dict[str, Any], dict[str, Any]]:
    """The open data of an act, and its words; position, day, time and person stand in columns of their
    own.
    """
    data, words = {}, {}
    for name in _fields(act):
        value = getattr(act, name)
        if name in _WORDS:
            words[name] = _plain(value)
        elif value not in (None, ""):
            data[name] = _plain(value)
    return data, {name: value for name, value in words.items() if value}


def _fields(act: Act) -> list[str]:
    return [name for name in type(act).__dataclass_fields__ if name not in _COMMON]


def _plain(value: Any) -> Any:
    if isinstance(value, Chain):
        return chain_to(value)
    if isinstance(value, Paper):
        return {name: str(getattr(value, name)) for name in Paper.__dataclass_fields__}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [{"place": m.place, "words": m.words, "remark": m.remark} for m in value]
    return dict(value) if isinstance(value, Mapping) else value


def joined(
    kind: str,
    data: Mapping[str, Any],
    words: Mapping[str, Any],
    *,
    position: int,
    on: dt.date,
    recorded_at: dt.datetime,
    by: str,
) -> Act:
    """The act that was stored so. Raises ``KeyError`` for a kind that there is not."""
    type_ = KINDS[kind]
    values = {**data, **words}
    if "chain" in values:
        values["chain"] = chain_from(values["chain"])
    if "checks" in values:
        values["checks"] = frozenset(values["checks"])
    if "marks" in values:
        values["marks"] = tuple(Mark(**one) for one in values["marks"])
    if "paper" in values:
        day = dt.date.fromisoformat(values["paper"]["signed_on"])
        values["paper"] = Paper(**{**values["paper"], "signed_on": day})
    if issubclass(type_, Returned):
        values.setdefault("reason", "")
    if issubclass(type_, Signing):
        values.setdefault("role", "")
    if issubclass(type_, SecrecySigned):
        values.setdefault("conclusion", "")
    return type_(position=position, on=on, recorded_at=recorded_at, by=by, **values)
