"""The list: filters, an exact name through its index, nothing of who asks, a constant number of queries."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gongkai.statute.events import Channel, Kind
from gongkai.web.applications.models import Standing
from gongkai.web.applications.views.cases import COLUMNS, OUTCOMES, address, standings
from gongkai.web.pages.lists import Listing
from tests.web.applications.lives import NAME, NUMBER, PHONE, entered, filed
from tests.web.applications.test_handlers import assigned
from tests.web.offices import Office

PAGE = "/office/applications/"


def listed(office: Office, asked: str = "") -> str:
    answer = office.client("handler").get(f"{PAGE}{asked}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_a_row_shows(office: Office) -> None:
    one, _ = filed(office)
    assigned(office, one, office.person("handler"))
    page = listed(office)
    for words in (one.number, address(one.number), "法律援助经费决算", "自然人", "当面提交", "办理中"):
        assert words in page
    assert office.person("handler").name in page
    assert NAME not in page
    assert NUMBER not in page
    assert PHONE not in page
    assert page.count(">未分办<") == 0


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("?stage=processing", True), ("?stage=closed", False), ("?channel=in_person", True), ("?channel=fax", False),
        ("?applicant=natural_person", True), ("?applicant=business", False), ("?days=open", True),
        ("?days=done_late", False), ("?q=法律援助", True), ("?q=没有这个", False),
        (f"?q={NAME}", True), (f"?q={NAME[:-1]}", False), ("?q=2026-0001", True),
    ],
)  # fmt: skip
def test_filters_and_search(office: Office, asked: str, found: bool) -> None:
    one, _ = filed(office)
    assert (address(one.number) in listed(office, asked)) is found


def test_by_unit_person_and_outcome(office: Office) -> None:
    one, _ = filed(office, on=timezone.localdate())
    two, _ = filed(office, Channel.IN_PERSON, timezone.localdate())
    assigned(office, one, office.person("handler"), timezone.localdate())
    entered(office, two, Kind.WITHDRAWN, timezone.localdate())
    row = Standing.objects.for_organ(office.organ).get(application=two).row
    assert OUTCOMES[row] in listed(office, f"?row={row}")
    for asked in (f"?person={office.person('handler').pk}", f"?unit={office.unit.pk}"):
        page = listed(office, asked)
        assert address(one.number) in page
        assert address(two.number) not in page


def test_the_queries_do_not_grow(office: Office) -> None:
    client, counted = office.client("handler"), []
    filed(office)
    client.get(PAGE)
    for more in (9, 20):
        for _ in range(more):
            one, _ = filed(office)
            assigned(office, one, office.person("handler"))
        for asked in ("", "?days=open", f"?q={NAME}"):
            with CaptureQueriesContext(connection) as queries:
                client.get(f"{PAGE}{asked}")
            counted.append(len(queries))
    assert counted[:3] == counted[3:]


def sorts(rows: Any) -> bool:
    """Whether the database has to sort: PostgreSQL only where no index has the order, however few rows there are."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for way in ("sort", "seqscan", "bitmapscan"):
                cursor.execute(f"SET LOCAL enable_{way} = off")
    told = rows.values_list("pk", flat=True).explain()
    return "TEMP B-TREE" in told or "Sort" in told


def test_an_index_holds_every_order(office: Office) -> None:
    """No order of the list makes the database sort all applications; one in two directions would."""
    listing = Listing("x", "x", COLUMNS, standings(office.organ, timezone.localdate()), order="-number")
    for column in COLUMNS:
        if column.sort:
            for way in ("", "-"):
                assert not sorts(listing.chosen(RequestFactory().get(f"/?sort={way}{column.key}")))
    assert not sorts(listing.chosen(RequestFactory().get("/?stage=closed")))
    assert sorts(listing.rows.order_by("-due", "pk"))


def test_export(office: Office) -> None:
    one, _ = filed(office)
    answer = office.client("handler").get(f"{PAGE}?export=csv")
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert one.number in body.decode("utf-8-sig")
    assert NAME not in body.decode("utf-8-sig")
