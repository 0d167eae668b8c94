"""The day a notice was received: two rows tell of it, the period then has its last day."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.statute.events import Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.receipt import note_receipt, notice_of, why_not
from gongkai.web.applications.cases import rows_of, state_of
from gongkai.web.entries.row import Taken
from gongkai.web.rights.actor import Forbidden
from tests.web.applications.lives import DAY, at, entered, filed
from tests.web.offices import Office

LATER = DAY + dt.timedelta(3)


@pytest.mark.parametrize(("kind", "more"), [(Kind.CORRECTION_NOTICE, {}), (Kind.FEE_NOTICE, {"amount": 100})])
def test_the_period_has_its_last_day(office: Office, kind: Kind, more: dict[str, int]) -> None:
    one, _ = filed(office)
    entered(office, one, kind, DAY, **more)
    assert why_not(state_of(one, LATER)) == ""
    state = note_receipt(office.actor("handler"), one, LATER, 2, at(LATER))
    assert [row.kind for row in state.rows] == ["submitted", str(kind), "voided", str(kind)]
    assert state.clock
    assert len(state.clock.deadlines) == 1
    assert why_not(state) == "已经登记2026年3月5日送达。"
    found = notice_of(state)
    assert found
    assert (found.position, found.on) == (4, DAY)


def test_neither_row_where_the_day_is_wrong(office: Office) -> None:
    one, _ = filed(office)
    entered(office, one, Kind.CORRECTION_NOTICE, DAY)
    for day in (DAY - dt.timedelta(1), LATER + dt.timedelta(1)):
        with pytest.raises(NotAllowed):
            note_receipt(office.actor("handler"), one, day, 2, at(LATER))
    with pytest.raises(Taken):
        note_receipt(office.actor("handler"), one, LATER, 1, at(LATER))
    with pytest.raises(Forbidden):
        note_receipt(office.actor("reviewer"), one, LATER, 2, at(LATER))
    assert len(rows_of(one)) == 2


def test_nothing_waits(office: Office) -> None:
    one, _ = filed(office)
    assert why_not(state_of(one, DAY)) is None
    assert notice_of(state_of(one, DAY)) is None
    with pytest.raises(NotAllowed):
        note_receipt(office.actor("handler"), one, DAY, 1, at(DAY))
