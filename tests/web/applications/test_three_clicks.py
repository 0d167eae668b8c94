"""Every act on a case is at most three clicks from the board: its links are followed, page by page."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from gongkai.statute.events import Asked, Event, Kind
from gongkai.web.applications.actions.enter import enter
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.offers import offered
from tests.web.applications.acting import recent
from tests.web.applications.lives import at
from tests.web.offices import Office

BOARD = "/office/applications/board/"
LINK = re.compile(r'href="(/office/applications/[^"#?]*)')
CLICKS = 3


def reached(client: Client, start: str, clicks: int) -> dict[str, int]:
    """Every address below the applications that links lead to, with the number of clicks from the start."""
    found, edge = {start: 0}, [start]
    for click in range(1, clicks + 1):
        pages = [client.get(one) for one in edge]
        links = {
            link for page in pages if page.status_code == 200 for link in LINK.findall(page.content.decode())
        }
        edge = sorted(links - set(found))
        found |= dict.fromkeys(edge, click)
    return found


LIVES: dict[str, list[tuple[Kind, dict[str, object]]]] = {
    "fresh": [],
    "correction": [(Kind.CORRECTION_NOTICE, {})],
    "asked": [(Kind.CONSULTATION_SENT, {"id": "1", "to": Asked.THIRD_PARTY})],
    "charged": [(Kind.FEE_NOTICE, {"amount": 100})],
    "decided": [(Kind.DECIDED, {"decision": "disclosed.supplied"})],
}


@pytest.mark.parametrize("role", ["handler", "office_head"])
@pytest.mark.parametrize("life", LIVES)
def test_every_open_act(office: Office, life: str, role: str) -> None:
    one = recent(office, days=0)
    for position, (kind, more) in enumerate(LIVES[life], 1):
        day = one.filed_on
        enter(office.actor("office_head"), one, Event(kind, day, **more), position, at(day, 8))  # type: ignore[arg-type]
    state = state_of(one, one.filed_on)
    wanted = {o.address.partition("?")[0] for o in offered(office.actor(role), state) if o.open}
    assert wanted
    found = reached(office.client(role), BOARD, CLICKS - 1)
    assert {address for address in wanted if address not in found} == set()


def test_control_an_act_without_a_link_is_named(office: Office) -> None:
    one = recent(office, days=0)
    assert f"/office/applications/{one.number}/nowhere/" not in reached(office.client("handler"), BOARD, 2)
