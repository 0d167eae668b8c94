"""Together: each case keeps its own number, outcome and count; one leads; they may part."""

from __future__ import annotations

import pytest

from gongkai.statute.events import Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.together import join, part
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.models import Together
from gongkai.web.rights.actor import Forbidden
from tests.web.applications.lives import DAY, at, entered, filed
from tests.web.offices import Office


def test_each_stays_a_case_of_its_own(office: Office) -> None:
    one, lead = filed(office)[0], filed(office)[0]
    before = [state_of(x, DAY).case for x in (one, lead)]
    join(office.actor("handler"), one, lead, at(DAY))
    assert [state_of(x, DAY).case for x in (one, lead)] == before
    assert Together.objects.for_organ(office.organ).get().lead == lead


def test_what_is_not_allowed(office: Office) -> None:
    actor, now = office.actor("handler"), at(DAY)
    one, lead, third = (filed(office)[0] for _ in range(3))
    with pytest.raises(NotAllowed, match="自己"):
        join(actor, one, one, now)
    join(actor, one, lead, now)
    with pytest.raises(NotAllowed, match="已经与其他"):
        join(actor, one, third, now)
    with pytest.raises(NotAllowed, match="牵头那一件"):
        join(actor, third, one, now)
    with pytest.raises(NotAllowed, match="牵头的一件"):
        join(actor, lead, third, now)
    entered(office, third, Kind.WITHDRAWN, DAY)
    with pytest.raises(NotAllowed, match="已经办结"):
        join(actor, third, lead, now)


def test_parting(office: Office) -> None:
    actor, now = office.actor("handler"), at(DAY)
    one, lead = filed(office)[0], filed(office)[0]
    join(actor, one, lead, now)
    part(actor, one, now)
    part(actor, one, now)
    join(actor, one, lead, now)
    assert Together.objects.for_organ(office.organ).count() == 2


def test_another_organs_case(office: Office, other_office: Office) -> None:
    one, other = filed(office)[0], filed(other_office)[0]
    with pytest.raises(Forbidden):
        join(office.actor("handler"), one, other, at(DAY))
    with pytest.raises(Forbidden):
        join(office.actor("reviewer"), one, one, at(DAY))
