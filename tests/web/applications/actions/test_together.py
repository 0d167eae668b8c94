"""Together: each case keeps its own number, clock, outcome and count; one leads; the ledger tells it by the day."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from gongkai.ledger.fold import Case
from gongkai.statute.events import Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.together import join, part
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.models import Application, ApplicationRow, Standing
from gongkai.web.applications.standing import rebuild
from gongkai.web.entries.row import Taken
from gongkai.web.rights.actor import Forbidden
from tests.web.applications.lives import DAY, at, entered, filed
from tests.web.offices import Office


def last(one: Application) -> int:
    return state_of(one, DAY).position


def outcome(case: Case) -> Case:
    """What is counted and judged of a case."""
    return dataclasses.replace(case, events=(), together_with=None)


def test_each_stays_a_case_of_its_own(office: Office) -> None:
    one, lead = filed(office)[0], filed(office)[0]
    before = [state_of(x, DAY) for x in (one, lead)]
    join(office.actor("handler"), one, lead, last(one), at(DAY))
    after = [state_of(x, DAY) for x in (one, lead)]
    assert [outcome(x.case) for x in after] == [outcome(x.case) for x in before]
    assert [x.clock.strict for x in after if x.clock] == [x.clock.strict for x in before if x.clock]
    assert [x.case.together_with for x in after] == [lead.number, None]
    entered(office, one, Kind.WITHDRAWN, DAY)
    assert (state_of(one, DAY).case.row, state_of(lead, DAY).case.row) == ("otherwise.other", None)


def test_the_ledger_alone_tells_it(office: Office) -> None:
    """For an earlier day, and when the projection is lost."""
    one, lead = filed(office)[0], filed(office)[0]
    later = DAY + dt.timedelta(1)
    join(office.actor("handler"), one, lead, last(one), at(later))
    assert state_of(one, DAY).case.together_with is None
    assert state_of(one, later).case.together_with == lead.number
    Standing.objects.for_organ(office.organ).update(together_with="")
    list(rebuild())
    assert Standing.objects.for_organ(office.organ).get(together_with=lead.number).application == one


def test_what_is_not_allowed(office: Office) -> None:
    actor, now = office.actor("handler"), at(DAY)
    one, lead, third = (filed(office)[0] for _ in range(3))
    with pytest.raises(NotAllowed, match="自己"):
        join(actor, one, one, 1, now)
    join(actor, one, lead, last(one), now)
    with pytest.raises(NotAllowed, match="已经与其他"):
        join(actor, one, third, last(one), now)
    with pytest.raises(NotAllowed, match="牵头那一件"):
        join(actor, third, one, last(third), now)
    with pytest.raises(NotAllowed, match="牵头的一件"):
        join(actor, lead, third, last(lead), now)
    entered(office, third, Kind.WITHDRAWN, DAY)
    with pytest.raises(NotAllowed, match="已经办结"):
        join(actor, third, lead, last(third), now)


def test_somebody_was_first(office: Office) -> None:
    one, lead = filed(office)[0], filed(office)[0]
    shown = last(one)
    entered(office, one, Kind.REASONS_REQUESTED, DAY)
    with pytest.raises(Taken):
        join(office.actor("handler"), one, lead, shown, at(DAY))


def test_parting(office: Office) -> None:
    actor, now = office.actor("handler"), at(DAY)
    one, lead = filed(office)[0], filed(office)[0]
    join(actor, one, lead, last(one), now)
    part(actor, one, now)
    part(actor, one, now)
    assert state_of(one, DAY).case.together_with is None
    join(actor, one, lead, last(one), now)
    rows = ApplicationRow.objects.for_organ(office.organ).filter(subject=one.number, kind="joined")
    assert rows.count() == 2


def test_another_organs_case(office: Office, other_office: Office) -> None:
    one, other = filed(office)[0], filed(other_office)[0]
    with pytest.raises(Forbidden):
        join(office.actor("handler"), one, other, 1, at(DAY))
    with pytest.raises(Forbidden):
        join(office.actor("reviewer"), one, one, 1, at(DAY))
