"""Confirming: that day is the day of receipt; the matter gets its name in the same step."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.ledger.transitions import Stage
from gongkai.statute.events import Channel
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.confirm import confirm
from gongkai.web.applications.models import Standing
from gongkai.web.applications.remarks import remarks_of
from gongkai.web.entries.row import Taken
from tests.web.applications.lives import DAY, at, filed
from tests.web.offices import Office

LATER = DAY + dt.timedelta(1)


def test_the_day_of_receipt(office: Office) -> None:
    one, _ = filed(office, Channel.INTERNET, values={"matter": ""})
    state = confirm(office.actor("handler"), one, LATER, 1, at(LATER), matter="决算", words="电话确认")
    assert (state.stage, state.case.received_on) == (Stage.PROCESSING, LATER)
    assert Standing.objects.for_organ(office.organ).get().matter == "决算"
    assert remarks_of(one)[state.position] == "电话确认"


def test_nothing_is_left_where_it_fails(office: Office) -> None:
    one, _ = filed(office, Channel.INTERNET, values={"matter": ""})
    with pytest.raises(Taken):
        confirm(office.actor("handler"), one, LATER, 0, at(LATER), matter="决算")
    with pytest.raises(NotAllowed):
        confirm(office.actor("handler"), one, LATER, 1, at(DAY), matter="决算")
    one.refresh_from_db()
    assert one.matter == ""
