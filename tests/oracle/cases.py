"""Random cases for the oracle: the same number gives the same entries and the same day asked about.

Most cases are lawful throughout (see ``lives.py``); a part has one entry that is not, a part has entries taken
back, a few stand in a file that is not in order.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from gongkai.statute.events import Asked, Channel, Event, Kind

from .days import ONE
from .lives import STEPS, Life, begin

SHARE_UNLAWFUL, SHARE_VOIDED, SHARE_UNSORTED = 0.12, 0.08, 0.02


def _unlawful(life: Life) -> Event:
    """An entry that does not fit here, or one drawn blindly (which may turn out to be lawful)."""
    rng, on = life.rng, life.later(*life.dues())
    blind = (
        Event(Kind.RECEIVED, on, channel=Channel.IN_PERSON),
        Event(Kind.CORRECTION_NOTICE, on, notice_received_on=on),
        Event(Kind.CORRECTED, on),
        Event(Kind.CORRECTION_LAPSED, on),
        Event(Kind.CONSULTATION_SENT, on, id="c1", to=Asked.THIRD_PARTY),
        Event(Kind.CONSULTATION_RETURNED, on, id="c9"),
        Event(Kind.CONSULTATION_RECEIVED, on, id="c9"),
        Event(Kind.EXTENDED, on, days=rng.choice((0, -1, 21, 5, 20)), approved_by="机构负责人"),
        Event(Kind.EXTENDED, on, days=5),
        Event(Kind.FEE_NOTICE, on, amount=rng.choice((0, -10, 100)), notice_received_on=on),
        Event(Kind.FEE_PAID, on),
        Event(Kind.FEE_LAPSED, on),
        Event(Kind.DECIDED, on, decision=rng.choice(("partly_disclosed", "unavailable.still_unclear"))),
        Event(Kind.DISPATCHED, on),
        Event(Kind.DELIVERED, on),
        Event(Kind.WITHDRAWN, on),
        Event(Kind.REMANDED, on, until=on + timedelta(days=30)),
        Event(Kind.DECIDED, on, decision=rng.choice(("disclosed", "no.such", "otherwise.fee_unpaid"))),
        Event(Kind.CONSULTATION_RETURNED, on, id="c1"),
        Event(Kind.CORRECTION_NOTICE, on, notice_received_on=on - ONE),
        Event(Kind.CORRECTION_NOTICE, on, until=on - ONE),
        Event(Kind.FEE_NOTICE, on, amount=100, notice_received_on=on - ONE),
        Event(Kind.REMANDED, on, until=on - ONE),
        Event(Kind.THIRD_PARTY_NOTIFIED, on),
        Event(Kind.DEFERRED, on, until=on + timedelta(days=30)),
        Event(Kind.VOIDED, on, of=len(life.events) + 5),
    )
    return rng.choice(blind)


def _voiding(life: Life) -> None:
    """Take back one of the entries after the first, on its day or later."""
    rng, events = life.rng, life.events
    if len(events) < 2:
        return
    of = rng.randrange(1, len(events))
    day = events[of].on + timedelta(days=rng.choice((0, 0, 1, 3, 8)))
    place = len(events)
    while place > of + 1 and events[place - 1].on > day:
        place -= 1
    events.insert(place, Event(Kind.VOIDED, day, of=of + 1))


def _mistake(life: Life) -> None:
    """A wrong entry, taken back before anything else happens; the life goes on as if it had not been."""
    wrong = replace(_unlawful(life), of=None)
    if wrong.kind is Kind.VOIDED:
        return
    life.events.append(wrong)
    life.day = wrong.on + timedelta(days=life.rng.choice((0, 0, 1, 2)))
    life.events.append(Event(Kind.VOIDED, life.day, of=len(life.events)))


def entries(rng: random.Random) -> list[Event]:
    """The entries of one life."""
    life = Life(rng)
    begin(life)
    steps, spoil_at = rng.randrange(1, 13), rng.randrange(1, 13)
    unlawful, mistaken = rng.random() < SHARE_UNLAWFUL, rng.random() < SHARE_VOIDED
    for step in range(steps):
        if step == spoil_at and mistaken:
            _mistake(life)
        if step == spoil_at and unlawful:
            event = _unlawful(life)
            if not life.add(event):
                life.events.append(event)
                life.day = event.on
        make = STEPS.get(life.case.stage)
        event_next = make(life) if make else None
        if event_next is not None and not life.add(event_next) and rng.random() < 0.1:
            life.events.append(event_next)
            break
    if rng.random() < SHARE_VOIDED:
        _voiding(life)
    if rng.random() < SHARE_UNSORTED and not any(e.kind is Kind.VOIDED for e in life.events):
        rng.shuffle(life.events)
    return life.events


def case(seed: int) -> tuple[list[Event], date]:
    """The entries of case number ``seed`` and the day on which they are asked about."""
    rng = random.Random(seed)
    events = entries(rng)
    first, last = min(e.on for e in events), max(e.on for e in events)
    draw = rng.random()
    if draw < 0.4:
        return events, last
    if draw < 0.6:
        return events, rng.choice(events).on
    if draw < 0.8:
        return events, first + timedelta(days=rng.randrange((last - first).days + 1))
    return events, last + timedelta(days=rng.randrange(60))
