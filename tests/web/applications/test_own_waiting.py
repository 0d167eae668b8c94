"""The block of the start page: the own cases; what waits for others sleeps; counts for who registers or leads."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from gongkai.statute.events import Channel, Kind
from gongkai.web.applications.own_waiting import own
from tests.web.applications.lives import entered, filed
from tests.web.applications.test_handlers import assigned
from tests.web.offices import Office


def words(office: Office, role: str, day: dt.date | None = None) -> list[str]:
    found = own(office.organ, office.actor(role), day or timezone.localdate())
    return [f"{one.words}|{one.remark}" for one in found]


def test_the_own_cases(office: Office) -> None:
    today = timezone.localdate()
    one, _ = filed(office, on=today)
    assert words(office, "handler") == []
    assigned(office, one, office.person("handler"), today)
    assert words(office, "handler") == [f"{one.number}　法律援助经费决算|办理中"]
    until = today + dt.timedelta(20)
    entered(office, one, Kind.CORRECTION_NOTICE, today, until=until)
    assert words(office, "handler") == []
    late = words(office, "handler", until + dt.timedelta(1))
    assert "期限已过" in late[0]


def test_the_counts(office: Office) -> None:
    today = timezone.localdate()
    filed(office, Channel.INTERNET, today)
    assert words(office, "handler") == ["1件申请待确认|"]
    assert words(office, "office_head") == ["1件申请待确认|", "1件申请还没有分办|"]
    assert words(office, "leader", today + dt.timedelta(90)) == ["1件申请逾期未办|"]


def test_on_the_start_page(office: Office) -> None:
    filed(office, Channel.INTERNET, timezone.localdate())
    page = office.client("handler").get("/office/").content.decode()
    assert "1件申请待确认" in page
