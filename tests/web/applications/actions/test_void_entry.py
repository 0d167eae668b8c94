"""A mistake is taken back; what rests on it must be taken back first."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.statute.events import Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.void_entry import void_entry
from gongkai.web.applications.cases import rows_of, state_of
from gongkai.web.applications.forms.ending import VoidedForm
from gongkai.web.rights.actor import Forbidden
from tests.web.applications.acting import made
from tests.web.applications.lives import DAY, at, entered, filed
from tests.web.offices import Office


def test_the_last_one(office: Office) -> None:
    one, _ = filed(office)
    entered(office, one, Kind.CORRECTION_NOTICE, DAY, until=DAY)
    form = made(VoidedForm, state_of(one, DAY), of="2")
    with pytest.raises(Forbidden):
        void_entry(office.actor("handler"), one, form, at(DAY))  # type: ignore[arg-type]
    state = void_entry(office.actor("office_head"), one, form, at(DAY))  # type: ignore[arg-type]
    assert str(state.stage) == "processing"
    assert [row.position for row in state.rows] == [1, 2, 3]


def test_what_rests_on_it_comes_first(office: Office) -> None:
    one, _ = filed(office)
    entered(office, one, Kind.CORRECTION_NOTICE, DAY, until=DAY + dt.timedelta(9))
    entered(office, one, Kind.CORRECTED, DAY)
    form = made(VoidedForm, state_of(one, DAY), of="2")
    with pytest.raises(NotAllowed, match="请先作废第3条"):
        void_entry(office.actor("office_head"), one, form, at(DAY))  # type: ignore[arg-type]
    assert len(rows_of(one)) == 3
