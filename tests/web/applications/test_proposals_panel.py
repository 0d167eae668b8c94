"""The panel tells what is proposed, by whom, and into which row it leads."""

from __future__ import annotations

import datetime as dt

from gongkai.statute.events import Kind
from gongkai.web.applications.actions.propose import propose
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.offers import offers
from gongkai.web.applications.panels import panels
from gongkai.web.applications.proposals_panel import context, register, why_not
from tests.web.applications.actions.test_propose import SEARCH
from tests.web.applications.lives import DAY, at, entered, filed
from tests.web.offices import Office


def test_nothing_proposed_nothing_shown(office: Office) -> None:
    one, _ = filed(office)
    assert context(office.actor("handler"), state_of(one, DAY)) is None


def test_what_is_proposed(office: Office) -> None:
    one, _ = filed(office)
    propose(office.actor("handler"), one, SEARCH, 0, at(DAY))
    found = context(office.actor("handler"), state_of(one, DAY))
    assert found
    assert (found["seen"], found["may_take_back"]) == (1, True)
    assert found["proposals"][0]["by"] == office.person("handler").name
    reader = context(office.actor("reviewer"), state_of(one, DAY))
    assert reader
    assert not reader["may_take_back"]


def test_offered_while_it_is_open(office: Office) -> None:
    register()
    assert "proposal" in {one.key for one in offers()}
    assert "proposals" in {one.key for one in panels()}
    one, _ = filed(office)
    assert why_not(state_of(one, DAY)) == ""
    entered(office, one, Kind.CORRECTION_NOTICE, DAY, until=DAY + dt.timedelta(9))
    assert "等待补正" in why_not(state_of(one, DAY))
