"""Telling: in the transaction of the act, once, to people of the organ alone."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import transaction

from gongkai.web.notices.actions.setting_up import set_delivery
from gongkai.web.notices.actions.tell import tell
from gongkai.web.notices.models import Notice, Outgoing
from tests.web.notices.messages import NIGHT, NOON, reachable, told
from tests.web.offices import Office

pytestmark = pytest.mark.django_db


def test_a_notice_and_a_mail(office: Office) -> None:
    handler = reachable(office, "handler")
    assert (
        told(office, [handler], number="临司公开〔2026〕3号", matter="答复", due="2026年3月13日（星期五）")
        == 1
    )
    notice, mail = Notice.objects.get(), Outgoing.objects.get()
    assert notice.title == mail.title == "期限将至：临司公开〔2026〕3号"
    assert (mail.channel, mail.person_id, mail.due_at) == ("mail", handler.pk, NOON)
    assert str(mail.address) == "", "the address stays with the person"


def test_nobody_is_told_twice(office: Office) -> None:
    handler = reachable(office, "handler")
    assert [told(office, [handler, handler]), told(office, [handler])] == [1, 0]
    assert (Notice.objects.count(), Outgoing.objects.count()) == (1, 1)


def test_what_is_not_urgent_waits_for_the_digest(office: Office) -> None:
    told(office, [reachable(office, "reviewer")], "review.waiting")
    assert (Notice.objects.count(), Outgoing.objects.count()) == (1, 0)


def test_at_night_it_is_written_and_not_sent(office: Office) -> None:
    told(office, [reachable(office, "handler")], now=NIGHT)
    assert Notice.objects.get().at == NIGHT
    assert Outgoing.objects.get().due_at == dt.datetime(2026, 3, 9, 0, tzinfo=dt.UTC), "Monday, 8 in Beijing"


def test_people_of_elsewhere_and_who_left_are_left_out(office: Office, other_office: Office) -> None:
    gone = reachable(office, "handler", 2)
    gone.left_on = dt.date(2026, 3, 1)
    gone.save(update_fields=["left_on"])
    assert told(office, [reachable(other_office, "handler"), gone]) == 0
    assert not Notice.objects.exists()


def test_without_an_address_there_is_no_mail(office: Office) -> None:
    assert told(office, [office.person("handler")]) == 1
    assert not Outgoing.objects.exists()


def failing_act(office: Office) -> None:
    """An act that tells, and then fails."""
    with transaction.atomic():
        tell(office.organ, [reachable(office, "handler")], "due.soon", NOON, key="k")
        raise OSError("disk full")


def test_it_falls_with_the_act(office: Office) -> None:
    with pytest.raises(OSError, match="full"):
        failing_act(office)
    assert not Notice.objects.exists()
    assert not Outgoing.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_control_outside_of_a_transaction_it_is_refused(office: Office) -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        tell(office.organ, [office.person("handler")], "due.soon", NOON, key="k")


@pytest.mark.parametrize(
    "link", ["https://elsewhere.example/", "//elsewhere.example/", "/", "/office/\nx", "/office/\\x"]
)
def test_a_link_leads_into_the_office(office: Office, link: str) -> None:
    with pytest.raises(ValueError, match="leads to"):
        told(office, [office.person("handler")], link=link)


def test_a_webhook_is_told_once_whatever_the_number_of_people(office: Office) -> None:
    values = {"secret": "a-secret-of-the-test", "webhook": "https://oa.example/hook", "by_mail": False}
    set_delivery(office.actor("system_administrator"), office.organ, NOON, **values)
    told(office, [reachable(office, "handler"), reachable(office, "reviewer")], now=NIGHT)
    row = Outgoing.objects.get()
    assert (row.channel, row.person, row.due_at) == ("webhook", None, NIGHT)
