"""A state machine of an office with many cases: only documented transitions occur, every case ends in one row.

The model below is law.md §7.3 written out by hand, without the project's table. Every step tries an event on a
case: where the model allows it, it must count and lead where the model says; where not, it must change nothing
and be told. At any cut-off day what came in equals what went out and what is open. 1,100 runs of 50 steps are
more than 50,000 steps (half a minute, marked slow; ``make test`` runs them, ``make quick`` leaves them out).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from gongkai.ledger.applications import Applicant, ApplicationEntry
from gongkai.ledger.fold import cases, fold
from gongkai.ledger.outcomes import ROWS
from gongkai.statute.decisions import kinds
from gongkai.statute.events import Asked, Channel, Event, Kind
from gongkai.tables.applications import build
from gongkai.tables.form import form
from tests.ledger.years import unbalanced

START = date(2024, 1, 1)
LIVE = ("processing", "consulting")
ENDED = ("delivered", "closed")
OPEN = (*LIVE, "correction_pending", "fee_pending", "decided", "confirming")
LETTERS = ("processing", "consulting", "correction_pending", "fee_pending", "decided")
FROM: dict[Kind, tuple[str, ...]] = {
    Kind.SUBMITTED: (),
    Kind.RECEIVED: ("confirming",),
    Kind.CORRECTION_NOTICE: LIVE,
    Kind.CORRECTED: ("correction_pending",),
    Kind.CORRECTION_LAPSED: ("correction_pending",),
    Kind.CONSULTATION_SENT: LIVE,
    Kind.CONSULTATION_RECEIVED: LETTERS,
    Kind.CONSULTATION_RETURNED: LETTERS,
    Kind.THIRD_PARTY_NOTIFIED: (*LIVE, "decided"),
    Kind.EXTENDED: LIVE,
    Kind.REASONS_REQUESTED: LIVE,
    Kind.REASONS_GIVEN: LIVE,
    Kind.DEFERRED: LIVE,
    Kind.FEE_NOTICE: LIVE,
    Kind.FEE_PAID: ("fee_pending",),
    Kind.FEE_LAPSED: ("fee_pending",),
    Kind.DECIDED: (*LIVE, "decided"),
    Kind.DISPATCHED: ("decided",),
    Kind.DELIVERED: ("delivered",),
    Kind.WITHDRAWN: OPEN,
    Kind.REMANDED: ENDED,
    Kind.JOINED: OPEN,
    Kind.PARTED: OPEN,
    Kind.VOIDED: (),
}
"""Where each event may stand, by hand from law.md §7.3."""
END_BY = {
    "confirming": (Kind.WITHDRAWN,),
    "processing": (Kind.DECIDED, Kind.DISPATCHED),
    "consulting": (Kind.DECIDED, Kind.DISPATCHED),
    "correction_pending": (Kind.CORRECTION_LAPSED,),
    "fee_pending": (Kind.FEE_LAPSED,),
    "decided": (Kind.DISPATCHED,),
    "delivered": (),
    "closed": (),
}


@dataclass
class Model:
    """One case as law.md §7.3 sees it."""

    subject: str
    stage: str
    corrected: bool = False
    together: bool = False
    asked: set[str] = field(default_factory=set)
    waiting: set[str] = field(default_factory=set)
    entries: list[ApplicationEntry] = field(default_factory=list)

    def allows(self, event: Event) -> bool:
        if self.stage not in FROM[event.kind]:
            return False
        if event.kind is Kind.CORRECTION_NOTICE:
            return not self.corrected
        if event.kind is Kind.CONSULTATION_SENT:
            return event.id not in self.asked
        if event.kind in (Kind.CONSULTATION_RECEIVED, Kind.CONSULTATION_RETURNED):
            return event.id in self.asked
        if event.kind in (Kind.JOINED, Kind.PARTED):
            return self.together is (event.kind is Kind.PARTED)
        return True

    def take(self, event: Event) -> None:
        kind = event.kind
        if kind is Kind.CORRECTION_NOTICE:
            self.corrected, self.stage = True, "correction_pending"
        elif kind is Kind.FEE_NOTICE:
            self.stage = "fee_pending"
        elif kind is Kind.CONSULTATION_SENT and event.id:
            self.asked.add(event.id)
            self.waiting.add(event.id)
        elif kind is Kind.CONSULTATION_RETURNED:
            self.waiting.discard(event.id or "")
        elif kind is Kind.DECIDED:
            self.stage = "decided"
        elif kind is Kind.DISPATCHED:
            self.stage = "delivered"
        elif kind in (Kind.CORRECTION_LAPSED, Kind.FEE_LAPSED, Kind.WITHDRAWN):
            self.stage = "closed"
        elif kind is Kind.REMANDED:
            self.waiting.clear()
        elif kind in (Kind.JOINED, Kind.PARTED):
            self.together = kind is Kind.JOINED
        if kind in (Kind.RECEIVED, Kind.CORRECTED, Kind.FEE_PAID, Kind.REMANDED) or self.stage in LIVE:
            self.stage = "consulting" if self.waiting else "processing"


class Office(RuleBasedStateMachine):
    """An office at work; days pass, cases come in, entries are made, some where they may not stand."""

    steps = 0

    def __init__(self) -> None:
        super().__init__()
        self.on = START
        self.models: list[Model] = []

    def entry(self, model: Model, event: Event, applicant: Applicant | None = None) -> ApplicationEntry:
        recorded = datetime(event.on.year, event.on.month, event.on.day, tzinfo=UTC)
        position = len(model.entries) + 1
        lead = "A-0" if event.kind is Kind.JOINED else None
        made = ApplicationEntry(
            "测试局", model.subject, position, event.on, recorded, "甲", event, applicant, together_with=lead
        )
        model.entries.append(made)
        return made

    def everything(self) -> list[ApplicationEntry]:
        return [entry for model in self.models for entry in model.entries]

    @rule(days=st.integers(1, 40))
    def days_pass(self, days: int) -> None:
        Office.steps += 1
        self.on += timedelta(days=days)

    @rule(applicant=st.sampled_from(Applicant), channel=st.sampled_from(Channel), asked=st.booleans())
    def comes_in(self, applicant: Applicant, channel: Channel, asked: bool) -> None:
        Office.steps += 1
        at_hand = channel in (Channel.IN_PERSON, Channel.ORAL, Channel.REGISTERED_MAIL)
        kind = Kind.SUBMITTED if asked else Kind.RECEIVED
        stage = "processing" if at_hand or not asked else "confirming"
        model = Model(f"A-{len(self.models) + 1}", stage)
        self.models.append(model)
        self.entry(model, Event(kind, self.on, channel=channel), applicant)
        assert fold(model.entries, self.on).stage == stage

    @precondition(lambda self: self.models)
    @rule(
        which=st.integers(0, 99),
        kind=st.sampled_from(Kind),
        letter=st.sampled_from(("c1", "c2")),
        decision=st.sampled_from([kind.key for kind in kinds()]),
    )
    def is_tried(self, which: int, kind: Kind, letter: str, decision: str) -> None:
        Office.steps += 1
        model = self.models[which % len(self.models)]
        asks = kind in (Kind.CONSULTATION_SENT, Kind.CONSULTATION_RECEIVED, Kind.CONSULTATION_RETURNED)
        event = Event(
            kind,
            self.on,
            id=letter if asks else None,
            to=Asked.THIRD_PARTY if asks else None,
            decision=decision if kind is Kind.DECIDED else None,
        )
        allowed = model.allows(event)
        before = fold(model.entries, self.on)
        made = self.entry(model, event)
        after = fold(model.entries, self.on)
        if allowed:
            model.take(event)
            assert after.refusals == before.refusals
            assert after.events == (*before.events, event)
        else:
            assert after.refusals[-1].ref == made.ref
            assert (after.stage, after.row, after.events) == (before.stage, before.row, before.events)
        assert after.stage == model.stage
        assert before.row in (None, after.row)

    @rule(back=st.integers(0, 400))
    def what_came_in_went_out_or_is_open(self, back: int) -> None:
        """On any cut-off day, by kind of applicant."""
        Office.steps += 1
        found = cases(self.everything(), self.on - timedelta(days=back)).values()
        for applicant in Applicant:
            own = [c for c in found if c.applicant == applicant]
            came = sum(c.received_on is not None for c in own)
            assert came == sum(c.row is not None for c in own) + sum(c.open for c in own)

    def teardown(self) -> None:
        """Everything is brought to its end: one row each, and the tables of all years close."""
        for model in self.models:
            for kind in END_BY[model.stage]:
                decision = "disclosed.supplied" if kind is Kind.DECIDED else None
                self.entry(model, Event(kind, self.on, decision=decision))
        entries = self.everything()
        outcomes = form("2021").table("applications").outcomes
        seen: list[str] = []
        carried = None
        for year in range(START.year, self.on.year + 1):
            table = build(entries, year)
            assert unbalanced(table) == []
            assert table.subjects("brought_forward", "total") == (carried or ())
            carried = table.subjects("carried_forward", "total")
            seen += [s for row in outcomes for s in table.subjects(row, "total")]
        assert sorted(seen) == sorted(model.subject for model in self.models)
        assert set(outcomes) == ROWS
        assert not carried


RUN = settings(
    max_examples=1100, stateful_step_count=50, deadline=None, suppress_health_check=list(HealthCheck)
)


@pytest.mark.slow
def test_only_documented_transitions_and_one_row_each() -> None:
    Office.steps = 0
    run_state_machine_as_test(Office, settings=RUN)
    assert Office.steps >= 50_000


def test_a_short_run() -> None:
    run_state_machine_as_test(Office, settings=settings(RUN, max_examples=40))


def test_control_an_undocumented_transition_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a model that lets a reply leave undecided, the machine must find the difference."""
    monkeypatch.setitem(FROM, Kind.DISPATCHED, ("decided", "processing"))
    quick = settings(RUN, max_examples=200, phases=[Phase.generate])
    with pytest.raises(AssertionError):
        run_state_machine_as_test(Office, settings=quick)
