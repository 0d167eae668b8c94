"""The page of a case: the request, the clock, the timeline; who asks only after a look, and never for another
organ.
"""

from __future__ import annotations

import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongkai.statute.events import Asked, Event, Kind
from gongkai.web.applications.actions.enter import enter
from tests.web.applications.acting import recent
from tests.web.applications.lives import NAME, at, filed
from tests.web.offices import Office


def test_the_page(office: Office) -> None:
    one, _ = filed(office)
    page = office.client("handler").get(f"/office/applications/{one.number}/")
    text = page.content.decode()
    assert page.status_code == 200
    assert one.request in text
    assert "答复期限" in text
    assert "提交申请" in text
    assert NAME not in text


def test_what_was_asked_comes_before_what_may_be_done(office: Office) -> None:
    """On a phone the parts stand one below the other, in this order."""
    one, _ = filed(office)
    page = office.client("handler").get(f"/office/applications/{one.number}/").content.decode()
    parts = [page.index(words) for words in ("panel-asked", "next-acts", "panel-clock", "panel-timeline")]
    assert parts == sorted(parts)
    assert page.count("next-acts") == 1


def test_a_look_shows_who_asks_once(office: Office) -> None:
    one, _ = filed(office)
    client = office.client("handler")
    assert NAME in client.post(f"/office/applications/{one.number}/applicant/").content.decode()
    assert NAME not in client.get(f"/office/applications/{one.number}/").content.decode()
    assert office.client("reviewer").post(f"/office/applications/{one.number}/applicant/").status_code == 403


def test_another_organs_case_is_not_there(office: Office, other_office: Office) -> None:
    one, _ = filed(office)
    strange = other_office.client("handler")
    there = strange.get(f"/office/applications/{one.number}/")
    nowhere = strange.get("/office/applications/1999-0001/")
    assert there.status_code == nowhere.status_code == 404


def test_the_page_asks_as_much_among_many_as_among_few(office: Office) -> None:
    """Other cases, and more that happened in this one, add no queries."""
    one = recent(office, days=9)
    client = office.client("handler")
    address = f"/office/applications/{one.number}/"
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for _ in range(12):
        recent(office)
    for position in range(1, 7):
        day = one.filed_on + dt.timedelta(position)
        event = Event(Kind.CONSULTATION_SENT, day, id=str(position), to=Asked.OTHER_ORGAN)
        enter(office.actor("handler", position), one, event, position, at(day))
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    assert len(many) <= len(few) + 2
