"""One digest a day and person, on working days, at the organ's time."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.web.notices.actions.digest import LINES, make_digests
from gongkai.web.notices.actions.reading import read
from gongkai.web.notices.actions.setting_up import set_delivery
from gongkai.web.notices.models import Outgoing
from tests.web.notices.messages import NOON, reachable, told
from tests.web.offices import Office

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def waiting(office: Office, *keys: str) -> None:
    """Reviews that wait for the reviewer since yesterday."""
    reviewer = reachable(office, "reviewer")
    for key in keys:
        told(office, [reviewer], "review.waiting", NOON - DAY, key=key, number=f"{key}号")


def test_one_mail_with_all_that_waits(office: Office) -> None:
    waiting(office, "a", "b")
    told(office, [reachable(office, "handler")], now=NOON - DAY)
    assert make_digests(NOON) == 1
    mail = Outgoing.objects.get(kind="digest")
    assert mail.title == "2026年3月2日（星期一）有2条新通知"
    assert "1. 待审核：a号\n2. 待审核：b号" in mail.text


def test_one_a_day_and_nothing_twice(office: Office) -> None:
    waiting(office, "a")
    assert [make_digests(NOON), make_digests(NOON)] == [1, 0]
    waiting(office, "b")
    assert make_digests(NOON) == 0, "a second one on the same day"
    assert make_digests(NOON + DAY) == 1
    assert "a号" not in Outgoing.objects.filter(kind="digest").latest("made_at").text
    assert make_digests(NOON + 2 * DAY) == 0, "nothing new, no mail"


def test_what_was_read_is_left_out(office: Office) -> None:
    waiting(office, "a")
    read(office.actor("reviewer"), None, NOON)
    assert make_digests(NOON) == 0


def test_not_before_its_time_and_not_on_a_day_of_rest(office: Office) -> None:
    waiting(office, "a")
    assert make_digests(NOON.replace(hour=8, minute=29)) == 0
    assert make_digests(NOON.replace(day=1)) == 0, "a Sunday"
    assert make_digests(NOON.replace(hour=8, minute=30)) == 1


def test_an_organ_without_mail_has_none(office: Office) -> None:
    waiting(office, "a")
    set_delivery(office.actor("office_head"), office.organ, NOON, by_mail=False)
    assert make_digests(NOON) == 0


def test_a_long_one_ends_with_a_number(office: Office) -> None:
    waiting(office, *(f"n{number}" for number in range(LINES + 3)))
    make_digests(NOON)
    text = Outgoing.objects.get(kind="digest").text
    assert text.count("待审核") == LINES
    assert "另有3条" in text


def test_organs_do_not_mix(office: Office, other_office: Office) -> None:
    waiting(office, "a")
    waiting(other_office, "b")
    assert make_digests(NOON) == 2
    for one in Outgoing.objects.filter(kind="digest"):
        assert one.person.organ_id == one.organ_id
        assert ("a号" in one.text) == (one.organ_id == office.organ.pk)
