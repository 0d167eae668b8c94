"""What may be taken back: no opening entry, nothing that is gone already."""

from __future__ import annotations

import datetime as dt

from gongkai.statute.events import Kind
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.forms.ending import RemandedForm, VoidedForm, WithdrawnForm, voidable
from tests.web.applications.acting import made
from tests.web.applications.lives import DAY, entered, filed
from tests.web.offices import Office


def test_what_may_be_taken_back(office: Office) -> None:
    one, _ = filed(office)
    assert voidable(state_of(one, DAY)) == []
    assert VoidedForm.probe(state_of(one, DAY), DAY).of is None
    entered(office, one, Kind.CORRECTION_NOTICE, DAY, until=DAY)
    state = state_of(one, DAY)
    assert voidable(state) == [(2, "第2条：2026年3月2日，发出补正告知书")]
    assert made(VoidedForm, state, of="2").event(office.actor("office_head")).of == 2
    assert "of" in made(VoidedForm, state, of="1").errors
    entered(office, one, Kind.VOIDED, DAY, of=2)
    assert voidable(state_of(one, DAY)) == []


def test_withdrawal_and_order(office: Office) -> None:
    state = state_of(filed(office)[0], DAY)
    assert "words" in made(WithdrawnForm, state, words="").errors
    last = DAY + dt.timedelta(10)
    assert made(RemandedForm, state, until=last.isoformat()).event(office.actor("handler")).until == last
    assert RemandedForm.probe(state, DAY).until == DAY
