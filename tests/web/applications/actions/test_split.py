"""Splitting: each part is a case with its own number and code, received when the whole was."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.ledger.transitions import Stage
from gongkai.statute.events import Channel, Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.split import Part, split, why_not
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.models import Application
from gongkai.web.entries.row import Taken
from tests.web.applications.lives import DAY, NAME, at, entered, filed
from tests.web.offices import Office

PARTS = [Part("2025年决算表", "决算"), Part("2025年预算表")]
LATER = DAY + dt.timedelta(2)


def test_each_part_is_a_case(office: Office) -> None:
    whole, _ = filed(office)
    made = split(office.actor("handler"), whole, PARTS, 1, at(LATER))
    assert [one.request for one, _ in made] == [part.request for part in PARTS]
    assert len({whole.number, *(one.number for one, _ in made)}) == 3
    assert len({code for _, code in made}) == 2
    for one, _ in made:
        case = state_of(one, LATER).case
        assert (case.split_from, case.received_on) == (whole.number, DAY)
        assert one.opened("name") == NAME
        assert one.name_index == whole.name_index
    assert state_of(whole, LATER).position == 1


def test_confirmed_with_the_whole(office: Office) -> None:
    whole, _ = filed(office, Channel.INTERNET)
    entered(office, whole, Kind.RECEIVED, LATER)
    part, _ = split(office.actor("handler"), whole, PARTS[:1], 2, at(LATER))[0]
    state = state_of(part, LATER)
    assert (state.case.received_on, state.stage) == (LATER, Stage.PROCESSING)


def test_not_confirmed_with_the_whole(office: Office) -> None:
    whole, _ = filed(office, Channel.INTERNET)
    part, _ = split(office.actor("handler"), whole, PARTS[:1], 1, at(DAY))[0]
    assert state_of(part, DAY).stage is Stage.CONFIRMING


def test_too_late_or_nothing_or_taken(office: Office) -> None:
    whole, _ = filed(office)
    with pytest.raises(NotAllowed, match="没有写"):
        split(office.actor("handler"), whole, [], 1, at(DAY))
    with pytest.raises(Taken):
        split(office.actor("handler"), whole, PARTS, 0, at(DAY))
    entered(office, whole, Kind.WITHDRAWN, DAY)
    assert why_not(state_of(whole, DAY))
    with pytest.raises(NotAllowed):
        split(office.actor("handler"), whole, PARTS, 2, at(DAY))
    assert Application.objects.for_organ(office.organ).count() == 1
