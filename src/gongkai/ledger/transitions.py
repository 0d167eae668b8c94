"""办理环节: the stages of a case and the transitions between them, read from ``transitions.toml``.

Only the documented transitions exist; any other entry does not count and gets a sentence. The table needs no
calendar: periods are the business of the clocks.

>>> str(TRANSITIONS[Kind.CORRECTED].to)
'processing'

Source: law.md §7.3, 政府信息公开条例 arts. 29–37, 42.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from gongkai.statute.events import Kind


class Stage(StrEnum):
    """Where a case stands; ``none`` before anything is on file."""

    NONE = "none"
    SUBMITTED = "submitted"
    CONFIRMING = "confirming"
    PROCESSING = "processing"
    CORRECTION_PENDING = "correction_pending"
    CONSULTING = "consulting"
    FEE_PENDING = "fee_pending"
    DECIDED = "decided"
    DELIVERED = "delivered"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Transition:
    """A kind of event: its word, the stages it may stand in, where it leads (None: stays), its article."""

    kind: Kind
    word: str
    sources: frozenset[Stage]
    to: Stage | None
    article: str


def _data() -> dict[str, Any]:
    text = files("gongkai.ledger").joinpath("transitions.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _transition(entry: dict[str, Any]) -> Transition:
    to = Stage(entry["to"]) if entry["to"] else None
    return Transition(
        Kind(entry["kind"]), entry["word"], frozenset(map(Stage, entry["from"])), to, entry["article"]
    )


STAGE_WORDS: Mapping[Stage, str] = MappingProxyType({Stage(k): w for k, w in _data()["stages"].items()})
TRANSITIONS: Mapping[Kind, Transition] = MappingProxyType(
    {t.kind: t for t in map(_transition, _data()["event"])}
)
NEXT: Mapping[Stage, Mapping[Kind, Stage]] = MappingProxyType(
    {
        stage: MappingProxyType(
            {kind: t.to or stage for kind, t in TRANSITIONS.items() if stage in t.sources}
        )
        for stage in Stage
    }
)
"""For each stage the kinds that may stand there, and the stage that each leads to."""


def out_of_order(kind: Kind, stage: Stage) -> str:
    """Why an event of that kind may not stand in that stage, and what to do: one Chinese sentence."""
    transition = TRANSITIONS[kind]
    if not transition.sources:
        return (
            f"“{transition.word}”没有计入：没有写明要{transition.word}的是前面哪一条，或者那一条本身就是{transition.word}。"
            "请写明是第几条；作废错了的，请把原来的事项重新登记。"
        )
    places = "、".join(f"“{STAGE_WORDS[s]}”" for s in Stage if s in transition.sources)
    return (
        f"“{transition.word}”没有计入：此时案件处于“{STAGE_WORDS[stage]}”，而“{transition.word}”只能在{places}时登记。"
        "请核对日期和先后顺序；如属误登，请另记一条“作废”。"
    )
