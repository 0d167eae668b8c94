"""Cases that somebody handles are open work; handing over moves them and keeps what was."""

from __future__ import annotations

import datetime as dt

from gongkai.web.applications.actions.assign import Given, assign
from gongkai.web.applications.models import Assignment
from gongkai.web.applications.own_cases import held, move, open_assignments, register
from gongkai.web.people.open_work import Handing, kinds
from tests.web.applications.lives import DAY, at, filed
from tests.web.offices import Office


def test_they_move(office: Office) -> None:
    register()
    assert "applications" in {kind.key for kind in kinds()}
    one, _ = filed(office)
    giver, taker = office.person("handler"), office.person("handler", 2)
    assign(office.actor("office_head"), one, Given("handler", person=giver), 0, at(DAY))
    [item] = held(giver, DAY)
    assert item.words == f"{one.number}（承办）"
    on = DAY + dt.timedelta(2)
    moved = move(Handing(office.actor("office_head"), giver, taker, on, at(on), leaving=False))
    assert len(moved) == 1
    assert open_assignments(giver, on) == []
    assert [row.person for row in open_assignments(taker, on)] == [taker]
    assert Assignment.objects.for_organ(office.organ).on(DAY).get().person == giver
