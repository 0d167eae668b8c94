"""Assigning: by the head or the present handler, one handler at a time, to those who may handle, two at once."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from gongkai.web.applications.actions.assign import Given, assign, may_assign, release
from gongkai.web.applications.models import Assignment
from gongkai.web.entries.row import Taken
from gongkai.web.notices.models import Notice
from gongkai.web.rights.actor import Forbidden
from tests.web.applications.lives import DAY, at, filed
from tests.web.offices import Office

NEXT = DAY + dt.timedelta(1)


def test_one_handler_at_a_time(office: Office) -> None:
    one, _ = filed(office)
    head = office.actor("office_head")
    first, second = office.person("handler"), office.person("handler", 2)
    assign(head, one, Given("handler", person=first), 0, at(DAY))
    assign(head, one, Given("co_handler", person=second), 1, at(DAY))
    assert may_assign(office.actor("handler"), one, DAY)
    assert not may_assign(office.actor("handler", 2), one, DAY)
    # The present handler passes it on himself.
    assign(office.actor("handler"), one, Given("handler", person=second), 2, at(NEXT))
    rows = Assignment.objects.for_organ(office.organ).on(NEXT).filter(duty="handler")
    assert [row.person for row in rows] == [second]
    told = Notice.objects.for_organ(office.organ).filter(kind="application.assigned")
    assert [row.person for row in told.order_by("at")].count(second) == 2


def test_to_a_unit(office: Office) -> None:
    one, _ = filed(office)
    person = office.person("handler")
    assign(office.actor("office_head"), one, Given("handler", unit=office.unit), 0, at(DAY))
    told = Notice.objects.for_organ(office.organ).filter(kind="application.assigned", person=person)
    assert told.exists()


def test_not_by_or_to_everybody(office: Office) -> None:
    one, _ = filed(office)
    head = office.actor("office_head")
    with pytest.raises(Forbidden):
        assign(office.actor("handler"), one, Given("handler", person=office.person("handler")), 0, at(DAY))
    with pytest.raises(ValidationError):
        assign(head, one, Given("handler"), 0, at(DAY))
    with pytest.raises(ValidationError):
        assign(head, one, Given("handler", person=office.person("reviewer")), 0, at(DAY))


def test_two_at_once(office: Office) -> None:
    one, _ = filed(office)
    head = office.actor("office_head")
    assign(head, one, Given("handler", person=office.person("handler")), 0, at(DAY))
    with pytest.raises(Taken):
        assign(head, one, Given("handler", person=office.person("handler", 2)), 0, at(DAY))
    assert Assignment.objects.for_organ(office.organ).count() == 1


def test_an_end(office: Office) -> None:
    one, _ = filed(office)
    head = office.actor("office_head")
    made = assign(head, one, Given("co_handler", person=office.person("handler")), 0, at(DAY))
    with pytest.raises(Forbidden):
        release(office.actor("handler"), made, at(NEXT))
    release(head, made, at(NEXT))
    with pytest.raises(Taken):
        release(head, made, at(NEXT))
    assert not Assignment.objects.for_organ(office.organ).on(NEXT).exists()
