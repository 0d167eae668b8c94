"""A refund is never more than was paid, and never before its day."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from gongkai.statute.events import Kind
from gongkai.web.applications.actions.refund import refund
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.fee_panel import left
from gongkai.web.applications.models import Application
from gongkai.web.rights.actor import Forbidden
from tests.web.applications.lives import DAY, at, entered, filed
from tests.web.offices import Office


def charged(office: Office) -> Application:
    """A case whose fee of 100 元 is paid."""
    one, _ = filed(office)
    entered(office, one, Kind.FEE_NOTICE, DAY, amount=100, notice_received_on=DAY)
    entered(office, one, Kind.FEE_PAID, DAY)
    return one


def test_no_more_than_was_paid(office: Office) -> None:
    one, head = charged(office), office.actor("office_head")
    assert refund(head, one, 60, DAY, "多收", now=at(DAY)).amount == 60
    assert left(state_of(one, DAY)) == 40
    with pytest.raises(ValidationError, match="最多可以退还40元"):
        refund(head, one, 41, DAY, "多收", now=at(DAY))


def test_not_ahead_and_not_by_everybody(office: Office) -> None:
    one = charged(office)
    with pytest.raises(ValidationError):
        refund(office.actor("office_head"), one, 1, DAY + dt.timedelta(1), "多收", now=at(DAY))
    with pytest.raises(Forbidden):
        refund(office.actor("handler"), one, 1, DAY, "多收", now=at(DAY))
