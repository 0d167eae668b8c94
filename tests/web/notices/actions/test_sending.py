"""The outbox: sent once, tried again with pauses, given up with a notice; a killed worker loses nothing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from gongkai.web.notices.actions.sending import HELD_MINUTES, PAUSES, send_due
from gongkai.web.notices.actions.setting_up import set_delivery
from gongkai.web.notices.carriers.mail_way import MailWay
from gongkai.web.notices.models import Notice, Outgoing
from tests.web.notices.messages import NIGHT, NOON, reachable, told
from tests.web.notices.servers import Hook, MailServer, port_of, running
from tests.web.offices import Office

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    """Mail goes into a folder of the test."""
    settings.DATA, settings.MAIL = tmp_path, MailWay("file")
    return tmp_path / "outgoing" / "mail"


def test_a_mail_is_sent_once(office: Office, folder: Path) -> None:
    told(office, [reachable(office, "handler")], number="3号")
    assert [send_due(NOON), send_due(NOON), send_due(NOON + 24 * HOUR)] == [(1, 0), (0, 0), (0, 0)]
    (file,) = folder.iterdir()
    assert b"handler1@office.example" in file.read_bytes()
    assert b"http://127.0.0.1:8000/office/" in file.read_bytes()
    assert Outgoing.objects.get().sent_at == NOON


def test_at_night_nothing_goes_out(office: Office) -> None:
    told(office, [reachable(office, "handler")], now=NIGHT)
    assert send_due(NIGHT + 48 * HOUR) == (0, 0), "Sunday"
    assert send_due(NIGHT + 58 * HOUR) == (1, 0), "Monday at eight"


def test_a_server_that_is_down_is_tried_again_and_then_given_up(office: Office, settings: Any) -> None:
    settings.MAIL = MailWay("smtp", "127.0.0.1", 1)
    head = office.person("office_head")
    told(office, [reachable(office, "handler")])
    at = NOON
    for pause in PAUSES:
        assert send_due(at) == (0, 1)
        assert Outgoing.objects.get().due_at == at + dt.timedelta(minutes=pause)
        assert send_due(at + dt.timedelta(minutes=pause, seconds=-1)) == (0, 0)
        at += dt.timedelta(minutes=pause)
    assert send_due(at) == (0, 1)
    row = Outgoing.objects.get()
    assert (row.given_up_at, row.tries) == (at, len(PAUSES) + 1)
    assert Notice.objects.get(person=head).kind == "message.given_up"
    assert send_due(at + 1000 * HOUR) == (0, 0)


def test_it_arrives_when_the_server_is_back(office: Office, settings: Any) -> None:
    settings.MAIL = MailWay("smtp", "127.0.0.1", 1)
    told(office, [reachable(office, "handler")])
    send_due(NOON)
    with running(MailServer()) as server:
        settings.MAIL = MailWay("smtp", "127.0.0.1", port_of(server))
        assert send_due(NOON + HOUR) == (1, 0)
    assert len(server.mails) == 1
    assert Outgoing.objects.get().trouble == ""


def test_a_wrong_address_is_given_up_at_once(office: Office) -> None:
    person = office.person("handler")
    person.seal("email", "somebody\nBcc: thief@elsewhere.example")
    person.save()
    told(office, [person])
    assert send_due(NOON) == (0, 1)
    row = Outgoing.objects.get()
    assert row.given_up_at == NOON
    assert "thief" not in row.trouble


def test_a_worker_killed_while_sending_loses_nothing(office: Office, folder: Path) -> None:
    told(office, [reachable(office, "handler")])
    # What stands in the database when a worker is killed between taking a message and noting it as sent.
    Outgoing.objects.update(tries=1, due_at=NOON + dt.timedelta(minutes=HELD_MINUTES))
    assert send_due(NOON) == (0, 0)
    assert send_due(NOON + dt.timedelta(minutes=HELD_MINUTES)) == (1, 0)
    assert len(list(folder.iterdir())) == 1


def test_one_broken_message_does_not_hold_the_others(office: Office, folder: Path) -> None:
    told(office, [reachable(office, "handler")], key="a")
    told(office, [reachable(office, "reviewer")], key="b")
    # Sealed for another row: it does not open.
    stolen = office.person("reviewer").email
    type(office.person("handler")).objects.filter(pk=office.person("handler").pk).update(email=stolen)
    assert send_due(NOON) == (1, 1)
    assert Outgoing.objects.get(sent_at=None).trouble == "发送时程序出错，稍后重试。"


def test_a_webhook_is_posted_with_the_organs_secret(office: Office, settings: Any) -> None:
    with running(Hook()) as hook:
        address = f"127.0.0.1:{port_of(hook)}"
        settings.WEBHOOK_HOSTS = frozenset({address})
        set_delivery(
            office.actor("office_head"),
            office.organ,
            NOON,
            secret="0123456789abcdef",
            webhook=f"http://{address}/",
        )
        told(office, [office.person("handler")], number="3号", now=NIGHT)
        assert send_due(NIGHT) == (1, 0), "a program has no night"
    assert "期限将至：3号".encode() in hook.posts[0][2] or b"\\u" in hook.posts[0][2]


def test_a_webhook_that_fails_is_not_told_of_itself(office: Office) -> None:
    actor = office.actor("office_head")
    set_delivery(
        actor, office.organ, NOON, secret="0123456789abcdef", webhook="http://127.0.0.1:9/", by_mail=False
    )
    told(office, [office.person("handler")])
    assert send_due(NOON) == (0, 1)
    assert Notice.objects.get(person=office.person("office_head")).kind == "message.given_up"
    assert Outgoing.objects.count() == 1
