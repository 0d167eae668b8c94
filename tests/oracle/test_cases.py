"""The random cases are what they are meant to be: the same for the same number, broad, mostly lawful."""

from __future__ import annotations

from collections import Counter

from gongkai.statute.events import Kind

from .cases import case
from .naive import answer

SOME = [case(seed) for seed in range(3000)]
ANSWERS = [answer(events, on) for events, on in SOME]


def test_the_same_number_gives_the_same_case() -> None:
    """No draw depends on anything but the number."""
    assert [case(seed) for seed in range(200)] == SOME[:200]
    assert len({repr(life) for life in SOME}) > 2900


def test_every_kind_occurs() -> None:
    """All 24 kinds of entry, and years from 2024 to 2027."""
    kinds = Counter(event.kind for events, _ in SOME for event in events)
    assert min(kinds[kind] for kind in Kind) > 50, kinds
    assert {event.on.year for events, _ in SOME for event in events} >= {2024, 2025, 2026, 2027}


def test_most_are_lawful_and_every_stage_is_reached() -> None:
    """Between 4 and 15 in 100 are refused; stages, breaches and deadlines all occur."""
    refused = sum("refused" in a for a in ANSWERS)
    assert 0.04 < refused / len(ANSWERS) < 0.15
    lawful = [a for a in ANSWERS if "refused" not in a]
    assert {a["stage"] for a in lawful} == {
        "confirming",
        "processing",
        "correction_pending",
        "consulting",
        "fee_pending",
        "decided",
        "delivered",
        "closed",
    }
    assert {b for a in lawful for b in a["breaches"]} == {  # type: ignore[attr-defined]
        "correction_notice_late",
        "extension_late",
        "reply_late",
        "decided_while_consulting",
    }
    names = {key.split(":")[0] for a in lawful for key in a["deadlines"]}  # type: ignore[attr-defined]
    assert names == {"reply", "correction_notice", "correction", "opinion", "payment"}
    assert {a["timely"] for a in lawful} == {True, False, None}
    assert {a["provisional"] for a in lawful} == {True, False}


def test_refusals_are_spread() -> None:
    """At least 15 kinds of entry are refused somewhere, each at its own number."""
    kinds = Counter(
        events[a["refused"] - 1].kind  # type: ignore[operator]
        for (events, _), a in zip(SOME, ANSWERS, strict=True)
        if "refused" in a
    )
    assert len(kinds) >= 15, kinds
