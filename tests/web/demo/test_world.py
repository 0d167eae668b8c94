"""Who and what is looked up by name; what there is not is an error, not a gap."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.web.demo.world import World
from gongkai.web.organs.models import Organ
from tests.web.offices import Office


@pytest.mark.django_db
def test_looking_up(office: Office) -> None:
    world = World(dt.datetime(2026, 3, 2, tzinfo=dt.UTC), dt.date(2026, 3, 2))
    handler = office.person("handler")
    assert world.organ(office.organ.code) == office.organ
    assert world.person(handler.login) == handler
    assert world.operator(office.organ.code, "people.edit").may("people.edit")
    with pytest.raises(KeyError):
        world.person("nobody")
    with pytest.raises(Organ.DoesNotExist):
        world.organ("nowhere")
