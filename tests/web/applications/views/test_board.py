"""The page of the board: its parts, another day, one person's; a wrong day is told and today shown."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from gongkai.web.applications.cases import state_of
from gongkai.web.applications.urgency import WORDS
from gongkai.web.applications.views.board import PARTS, asked_day
from tests.web.applications.lives import NAME, filed
from tests.web.applications.test_handlers import assigned
from tests.web.offices import Office

PAGE = "/office/applications/board/"


def shown(office: Office, asked: str = "") -> str:
    answer = office.client("handler").get(f"{PAGE}{asked}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_today(office: Office) -> None:
    one, _ = filed(office, on=timezone.localdate())
    page = shown(office)
    assert all(WORDS[part] in page for part in PARTS)
    assert f"/office/applications/{one.number}/" in page
    assert NAME not in page
    assert "未分办" in page


def test_the_last_day_of_a_case(office: Office) -> None:
    today = timezone.localdate()
    one, _ = filed(office, on=today)
    clock = state_of(one, today).clock
    assert clock is not None
    assert clock.strict is not None
    page = shown(office, f"?day={clock.strict.isoformat()}")
    assert "今天到期（1件）" in page
    assert "按今天所知推算" in page
    assert "按台账还原" in shown(office, f"?day={(today - dt.timedelta(30)).isoformat()}")


def test_one_persons(office: Office) -> None:
    today = timezone.localdate()
    one, _ = filed(office, on=today)
    two, _ = filed(office, on=today)
    person = office.person("handler")
    assigned(office, one, person, today)
    page = shown(office, f"?person={person.pk}")
    assert f"办理看板：{person.name}" in page
    assert one.number in page
    assert two.number not in page


def test_a_wrong_day(office: Office) -> None:
    assert "日期没有看懂" in shown(office, "?day=明天")
    assert "工作日历只有" in shown(office, "?day=1066-01-01")
    today = dt.date(2026, 3, 2)
    assert asked_day("", today) == (today, "")
    assert asked_day("2026-03-01", today) == (dt.date(2026, 3, 1), "")
