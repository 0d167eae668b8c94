"""Asking for approval and answering: the handler asks with values and reasons, the approver grants by an
entry of his own or turns it down with the reason.

Source: 条例 art. 33 ¶2 (应当经政府信息公开工作机构负责人同意), 35, 42.
"""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localtime

from gongkai.web.applications.actions.enter import enter
from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.cases import CaseState, state_of
from gongkai.web.applications.colleagues import people_with
from gongkai.web.applications.forms.entry import EntryForm
from gongkai.web.applications.models import Application, ApprovalRequest
from gongkai.web.audit.recording import record
from gongkai.web.entries.row import Taken
from gongkai.web.notices.actions.tell import tell
from gongkai.web.people.models import Person
from gongkai.web.rights.actor import Actor

APPROVE = "applications.approve"


def pending(state: CaseState) -> list[ApprovalRequest]:
    """The requests of a case that wait for an answer: not turned down, and no entry of their kind since."""
    rows = ApprovalRequest.objects.for_organ(state.application.organ_id)
    open_ones = rows.filter(application=state.application, turned_down_at=None)
    return [
        one
        for one in open_ones
        if not any(row.kind == one.kind and row.position > one.position for row in state.rows)
    ]


def ask(
    actor: Actor, application: Application, form: EntryForm, matter: str, now: dt.datetime
) -> ApprovalRequest:
    """Ask those who approve for what the form describes, and tell them.

    Raises ``Forbidden`` without the right, ``Taken`` where the case has changed since it was shown,
    ``ValidationError`` where the same is already asked for.
    """
    actor.require("applications.handle", application.organ_id)
    today = localtime(now).date()
    kind = str(form.KIND)
    with transaction.atomic():
        Application.objects.for_organ(application.organ_id).select_for_update().get(pk=application.pk)
        state = state_of(application, today)
        if state.position != form.seen_position:
            raise Taken
        if any(one.kind == kind for one in pending(state)):
            raise ValidationError("已经提请过，正在等待批准，不必再次提请。")
        made: ApprovalRequest = ApprovalRequest.objects.create(
            organ=application.organ, application=application, kind=kind, values=values_of(form),
            position=state.position, by=actor.id, at=now,
        )  # fmt: skip
        tell(
            application.organ, people_with(application.organ, APPROVE, today), "application.approval_asked",
            now, key=f"approval/{made.pk}", link=case_address(application), number=application.number,
            matter=matter, by=actor.name,
        )  # fmt: skip
        record(actor, "applications.ask_approval", application.number, now, kind=kind, request=str(made.pk))
    return made


def values_of(form: EntryForm) -> dict[str, str]:
    """What was typed, by the names of the fields: the approver's form begins with it."""
    return {
        name: str(form.data.get(name, "")).strip()
        for name in form.fields
        if name != "seen" and str(form.data.get(name, "")).strip()
    }


def grant(actor: Actor, application: Application, form: EntryForm, now: dt.datetime) -> CaseState:
    """Enter what is approved, and tell those who had asked for it. Raises as :func:`enter` does."""
    with transaction.atomic():
        state = state_of(application, localtime(now).date())
        asked = [one for one in pending(state) if one.kind == form.KIND]
        after = enter(actor, application, form.event(actor), form.seen_position, now, **form.own())
        for one in asked:
            _tell_asker(actor, one, "同意", now)
    return after


def turn_down(actor: Actor, request: ApprovalRequest, reason: str, now: dt.datetime) -> None:
    """Answer a request with no, and tell the asker. Raises ``Forbidden``, ``ValidationError`` without a
    reason, ``Taken`` where it has been answered.
    """
    actor.require(APPROVE, request.organ_id)
    if not reason.strip():
        raise ValidationError("请写明不同意的理由。")
    application = request.application
    with transaction.atomic():
        if request.pk not in {one.pk for one in pending(state_of(application, localtime(now).date()))}:
            raise Taken
        rows = ApprovalRequest.objects.for_organ(request.organ_id).filter(pk=request.pk, turned_down_at=None)
        if not rows.update(
            turned_down_at=now, turned_down_by=actor.id, turned_down_because=reason.strip()[:200]
        ):
            raise Taken
        _tell_asker(actor, request, "不同意", now)
        record(actor, "applications.turn_down", application.number, now, request=str(request.pk))


def _tell_asker(actor: Actor, request: ApprovalRequest, answer: str, now: dt.datetime) -> None:
    application = request.application
    tell(
        application.organ, Person.objects.for_organ(application.organ_id).filter(pk=request.by),
        "application.approval_given", now, key=f"approval/{request.pk}/answer",
        link=case_address(application), number=application.number, matter=f"{answer}您提请的事项",
        by=actor.name,
    )  # fmt: skip
