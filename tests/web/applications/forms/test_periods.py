"""An extension carries its days and who agreed; the form says what the law leaves."""

from __future__ import annotations

import datetime as dt

from gongkai.statute.events import Kind
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.forms.periods import DeferredForm, ExtendedForm, extension_left
from tests.web.applications.acting import made
from tests.web.applications.lives import DAY, entered, filed
from tests.web.offices import Office


def test_what_is_left(office: Office) -> None:
    one, _ = filed(office)
    before = extension_left(state_of(one, DAY))
    entered(office, one, Kind.EXTENDED, DAY, days=5, approved_by="某某")
    state = state_of(one, DAY)
    assert extension_left(state) == before - 5
    assert f"还可以延长{before - 5}个工作日" in str(ExtendedForm(state).fields["days"].help_text)


def test_who_agreed(office: Office) -> None:
    state = state_of(filed(office)[0], DAY)
    actor = office.actor("office_head")
    event = made(ExtendedForm, state, days="3").event(actor)
    assert (event.days, event.approved_by) == (3, actor.name)
    assert "days" in made(ExtendedForm, state, days="0").errors
    assert ExtendedForm.probe(state, DAY).days == 1


def test_a_later_day(office: Office) -> None:
    state = state_of(filed(office)[0], DAY)
    last = DAY + dt.timedelta(90)
    event = made(DeferredForm, state, until=last.isoformat()).event(office.actor("office_head"))
    assert event.until == last
    assert DeferredForm.probe(state, DAY).until == DAY
