"""The acts that add an entry: for each kind its words, where it stands, its form and the one that does it.

``events/<kind>/`` is for who handles the case, ``approvals/<kind>/`` for who approves; ``rights.toml`` says
which.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gongkai.ledger.transitions import NEXT, STAGE_WORDS, TRANSITIONS, Stage
from gongkai.statute.events import Event, Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.approve import APPROVE, grant
from gongkai.web.applications.actions.consult import consult
from gongkai.web.applications.actions.enter import allowed, enter, right_for
from gongkai.web.applications.actions.void_entry import void_entry
from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.forms import asking, correcting, ending, fees, periods
from gongkai.web.applications.forms.entry import EntryForm
from gongkai.web.applications.ledger import data_of
from gongkai.web.applications.models import Application, ApplicationRow
from gongkai.web.applications.offers import Offer, register_offer
from gongkai.web.rights.actor import Actor

Do = Callable[[Actor, Application, Any, dt.datetime], CaseState]


def plainly(actor: Actor, application: Application, form: EntryForm, now: dt.datetime) -> CaseState:
    """Enter what the form describes, and nothing else."""
    return enter(actor, application, form.event(actor), form.seen_position, now, **form.own())


@dataclass(frozen=True, slots=True)
class EntryAct:
    """An act: the words of its button, its group, its form, what does it."""

    words: str
    group: str
    form: type[EntryForm]
    do: Do = plainly

    @property
    def kind(self) -> Kind:
        """The kind of its entry."""
        return self.form.KIND

    @property
    def right(self) -> str:
        """The right that it asks for."""
        return right_for(self.kind)

    def address(self, application: Application) -> str:
        """Its page."""
        room = "approvals" if self.right == APPROVE else "events"
        return case_address(application, room, self.kind.value.replace("_", "-"))


ACTS = {
    act.kind.value.replace("_", "-"): act
    for act in (
        EntryAct("登记补正告知", "补正和说明理由", correcting.CorrectionNoticeForm),
        EntryAct("登记收到补正", "补正和说明理由", correcting.CorrectedForm),
        EntryAct("登记逾期不补正", "补正和说明理由", correcting.CorrectionLapsedForm),
        EntryAct("登记要求说明理由", "补正和说明理由", correcting.ReasonsRequestedForm),
        EntryAct("登记收到理由说明", "补正和说明理由", correcting.ReasonsGivenForm),
        EntryAct("批准延长答复期限", "期限", periods.ExtendedForm, grant),
        EntryAct("批准延迟答复", "期限", periods.DeferredForm, grant),
        EntryAct("登记征求意见", "征求意见", asking.ConsultForm, consult),
        EntryAct("登记被征求方收到", "征求意见", asking.ConsultationReceivedForm),
        EntryAct("登记收到意见", "征求意见", asking.ConsultationReturnedForm),
        EntryAct("登记告知第三方决定公开", "征求意见", asking.ThirdPartyNotifiedForm),
        EntryAct("批准收费", "收费", fees.FeeNoticeForm, grant),
        EntryAct("登记缴费", "收费", fees.FeePaidForm),
        EntryAct("登记逾期不缴费", "收费", fees.FeeLapsedForm),
        EntryAct("登记申请人撤回", "结束", ending.WithdrawnForm),
        EntryAct("登记责令重新答复", "结束", ending.RemandedForm),
        EntryAct("作废误登的一条", "更正登记", ending.VoidedForm, void_entry),
    )
}
"""Every act that adds an entry, by the word in its address."""


def why_not(state: CaseState, form: type[EntryForm]) -> str:
    """Why an entry of that form may not stand now: the core's sentence; empty where it may.

    What happened before today may be entered today, so the day of the last entry is asked about too.
    """
    if form.KIND is Kind.VOIDED:
        return "" if ending.voidable(state) else "还没有可以作废的登记。"
    if form.KIND not in NEXT[state.stage]:
        return _other_stage(state.stage, form.KIND)
    days = {state.on, max((row.on for row in state.rows), default=state.on)}
    found = [_refusal(state, form.probe(state, day)) for day in sorted(days, reverse=True)]
    return "" if "" in found else found[0]


def _other_stage(stage: Stage, kind: Kind) -> str:
    one = TRANSITIONS[kind]
    places = "”“".join(STAGE_WORDS[s] for s in Stage if s in one.sources)
    return f"只能在“{places}”时办理，案件现在处于“{STAGE_WORDS[stage]}”（{one.article}）。"


def _refusal(state: CaseState, event: Event) -> str:
    row = ApplicationRow(
        organ_id=state.application.organ_id,
        subject=state.application.number,
        position=state.position + 1,
        kind=str(event.kind),
        on=event.on,
        recorded_at=max((one.recorded_at for one in state.rows), default=state.application.filed_at),
        by="",
        data=data_of(event),
    )
    try:
        known = state.clock.case.calendar if state.clock else None
        allowed(state.application, (*state.rows, row), row, state.on, known)
    except NotAllowed as error:
        # The core names the entry first; this one is none yet.
        return error.sentence.partition("：")[2] or error.sentence
    return ""


def register() -> None:
    """Offer every act on the case page."""
    for number, (key, act) in enumerate(ACTS.items()):
        register_offer(
            Offer(
                key=key,
                words=act.words,
                group=act.group,
                address=act.address,
                right=act.right,
                when=lambda state, form=act.form: why_not(state, form),  # type: ignore[misc]
                order=number,
            )
        )
