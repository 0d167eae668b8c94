"""Asking for approval: told once, granted by an entry, turned down with a reason; only one at a time."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from gongkai.statute.events import Kind
from gongkai.web.applications.actions.approve import ask, grant, pending, turn_down, values_of
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.forms.periods import ExtendedForm
from gongkai.web.applications.models import Application, ApprovalRequest
from gongkai.web.entries.row import Taken
from gongkai.web.notices.models import Notice
from gongkai.web.rights.actor import Forbidden
from tests.web.applications.acting import made
from tests.web.applications.lives import DAY, at, entered, filed
from tests.web.offices import Office


def asked(office: Office, one: Application) -> ApprovalRequest:
    form = made(ExtendedForm, state_of(one, DAY), days="5")
    return ask(office.actor("handler"), one, form, "延长答复期限", at(DAY))


def told(office: Office, kind: str, role: str) -> int:
    rows = Notice.objects.for_organ(office.organ).filter(kind=kind, person=office.person(role))
    return int(rows.count())


def test_asked_and_granted(office: Office) -> None:
    one, _ = filed(office)
    office.person("leader")
    office.person("office_head")
    request = asked(office, one)
    assert request.values == {"on": DAY.isoformat(), "days": "5", "words": "说明"}
    assert told(office, "application.approval_asked", "leader") == 1
    state = state_of(one, DAY)
    assert pending(state) == [request]
    after = grant(office.actor("office_head"), one, made(ExtendedForm, state, days="3"), at(DAY))
    assert after.rows[-1].data["approved_by"] == office.person("office_head").name
    assert pending(after) == []
    assert told(office, "application.approval_given", "handler") == 1


def test_turned_down(office: Office) -> None:
    one, _ = filed(office)
    request, head = asked(office, one), office.actor("office_head")
    with pytest.raises(Forbidden):
        turn_down(office.actor("handler"), request, "不必", at(DAY))
    with pytest.raises(ValidationError):
        turn_down(head, request, "  ", at(DAY))
    turn_down(head, request, "可以按期答复", at(DAY))
    with pytest.raises(Taken):
        turn_down(head, request, "可以按期答复", at(DAY))
    assert pending(state_of(one, DAY)) == []
    assert told(office, "application.approval_given", "handler") == 1


def test_once_and_on_what_is_seen(office: Office) -> None:
    one, _ = filed(office)
    form = made(ExtendedForm, state_of(one, DAY), days="5")
    asked(office, one)
    with pytest.raises(ValidationError):
        asked(office, one)
    entered(office, one, Kind.CORRECTION_NOTICE, DAY, until=DAY + dt.timedelta(9))
    with pytest.raises(Taken):
        ask(office.actor("handler"), one, form, "延长答复期限", at(DAY))
    with pytest.raises(Forbidden):
        ask(office.actor("reviewer"), one, form, "延长答复期限", at(DAY))


def test_what_was_typed(office: Office) -> None:
    state = state_of(filed(office)[0], DAY)
    assert "seen" not in values_of(made(ExtendedForm, state, days="5"))
