"""Ledgers nobody meant: any kinds of events in any order, for a few cases and few years."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from gongkai.ledger.applications import Applicant, ApplicationAdjustment, ApplicationEntry, ApplicationLedger
from gongkai.ledger.outcomes import ROWS
from gongkai.statute.decisions import kinds
from gongkai.statute.events import Asked, Channel, Event, Kind

SUBJECTS = ("A-1", "A-2", "A-3")
DECISIONS = (*(kind.key for kind in kinds()), *sorted(ROWS), "nonsense", None)
START = date(2023, 1, 1)
LIKELY = (Kind.RECEIVED, Kind.DECIDED, Kind.DISPATCHED)
DAYS = st.integers(0, 5 * 365).map(lambda n: START + timedelta(days=n))
TIMES = st.datetimes(
    datetime.fromisoformat("2023-01-01"), datetime.fromisoformat("2028-12-31"), timezones=st.just(UTC)
)


@st.composite
def events(draw: st.DrawFn, on: date) -> Event:
    """One event of any kind; the three that make a row come up more often."""
    kind = draw(st.sampled_from((*Kind, *LIKELY, *LIKELY, *LIKELY)))
    return Event(
        kind,
        on,
        channel=draw(st.sampled_from((*Channel, None))) if kind in (Kind.SUBMITTED, Kind.RECEIVED) else None,
        id=draw(st.sampled_from(("c1", "c2", None))) if kind.name.startswith("CONSULTATION") else None,
        to=Asked.THIRD_PARTY if kind is Kind.CONSULTATION_SENT else None,
        until=draw(st.none() | DAYS) if kind is Kind.CORRECTION_NOTICE else None,
        decision=draw(st.sampled_from(DECISIONS)) if kind is Kind.DECIDED else None,
        of=draw(st.integers(0, 8) | st.none()) if kind is Kind.VOIDED else None,
    )


@st.composite
def ledgers(draw: st.DrawFn, adjustments: bool = True) -> list[ApplicationLedger]:
    """Up to forty entries; the days mostly rise, as in life, and sometimes do not."""
    out: list[ApplicationLedger] = []
    positions = dict.fromkeys(SUBJECTS, 0)
    on = START
    for _ in range(draw(st.integers(0, 40))):
        on = draw(
            st.one_of(st.just(on), st.integers(0, 60).map(lambda n, on=on: on + timedelta(days=n)), DAYS)
        )
        subject = draw(st.sampled_from(SUBJECTS))
        positions[subject] += 1
        head = ("测试局", subject, positions[subject], on, draw(TIMES), "甲")
        if adjustments and draw(st.integers(0, 9)) == 0:
            out.append(draw(_adjustments(head)))
            continue
        applicant = draw(st.sampled_from((*Applicant, None, Applicant.NATURAL_PERSON)))
        event = draw(events(on))
        lead = draw(st.sampled_from((*SUBJECTS, None))) if event.kind is Kind.JOINED else None
        out.append(ApplicationEntry(*head, event, applicant, together_with=lead))
    return draw(st.permutations(out)) if draw(st.booleans()) else out


@st.composite
def _adjustments(draw: st.DrawFn, head: tuple[str, str, int, date, datetime, str]) -> ApplicationAdjustment:
    received = draw(DAYS)
    answered = received + timedelta(days=draw(st.integers(0, 500)))
    done = draw(st.booleans())
    return ApplicationAdjustment(
        *head,
        draw(st.sampled_from(Applicant)),
        draw(st.integers(1, 9)),
        received,
        "纸质登记",
        "乙",
        draw(st.sampled_from(sorted(ROWS))) if done else None,
        answered if done else None,
    )
