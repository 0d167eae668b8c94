"""Sending what lies in the outbox: each message is taken by one worker, tried again with growing pauses, and
at last given up with a notice.

A message is marked before it is handed over and noted as sent afterwards. A worker that is killed in between
leaves it marked until the pause is over; it is then sent once more under the same identity.
"""

from __future__ import annotations

import datetime as dt
import logging

from django.conf import settings
from django.db import transaction
from django.db.models import F

from gongkai.web.notices.actions.tell import GIVEN_UP, tell
from gongkai.web.notices.carriers import mail, sms
from gongkai.web.notices.carriers.carrier import Carrier, Failed, Hopeless, Message
from gongkai.web.notices.carriers.webhook import Webhook
from gongkai.web.notices.models import Outgoing
from gongkai.web.notices.models.outgoing import CHANNELS
from gongkai.web.notices.patterns import delivery_of
from gongkai.web.organs.models import Organ
from gongkai.web.people.models import Person, RoleGrant

PAUSES = (2, 5, 15, 60, 240, 480, 720)
"""Minutes until the next try, after the first, second … failure; after the last the message is given up."""
HELD_MINUTES = 10
"""So long a message belongs to the worker that took it."""
BATCH = 100
TOLD = ("system_administrator", "office_head")
"""Who is told of a message that was given up."""
log = logging.getLogger("gongkai.notices")


def send_due(now: dt.datetime) -> tuple[int, int]:
    """Send what is due, at most :data:`BATCH` messages; how many were sent, and how many were not."""
    sent = failed = 0
    for organ in Organ.objects.order_by("code"):
        rows = Outgoing.objects.for_organ(organ).filter(sent_at=None, given_up_at=None, due_at__lte=now)
        for row in rows.select_related("person", "organ")[:BATCH]:
            if _taken(row, now):
                ok = _send(row, now)
                sent, failed = sent + ok, failed + (not ok)
    return sent, failed


def _taken(row: Outgoing, now: dt.datetime) -> bool:
    """Mark the message as ours; False where another worker was first."""
    rows = Outgoing.objects.for_organ(row.organ_id).filter(pk=row.pk, due_at=row.due_at, tries=row.tries)
    held = now + dt.timedelta(minutes=HELD_MINUTES)
    if not rows.filter(sent_at=None, given_up_at=None).update(due_at=held, tries=F("tries") + 1):
        return False
    row.tries += 1
    return True


def _send(row: Outgoing, now: dt.datetime) -> bool:
    rows = Outgoing.objects.for_organ(row.organ_id).filter(pk=row.pk)
    try:
        _carrier(row, now).carry(_message(row))
    except Hopeless as error:
        _give_up(row, str(error), now)
    except Failed as error:
        if row.tries > len(PAUSES):
            _give_up(row, str(error), now)
        else:
            pause = dt.timedelta(minutes=PAUSES[row.tries - 1])
            rows.update(due_at=now + pause, trouble=str(error)[:200])
    except Exception as error:
        # Whatever it was, one message must not keep the others back; its text may hold an address, so only
        # its kind is logged.
        log.error("消息 %s 没有送出：%s", row.pk, type(error).__name__)
        rows.update(trouble="发送时程序出错，稍后重试。")
        if row.tries > len(PAUSES):
            _give_up(row, "发送时程序出错。", now)
    else:
        rows.update(sent_at=now, trouble="")
        return True
    return False


def _carrier(row: Outgoing, now: dt.datetime) -> Carrier:
    if row.channel == "mail":
        return mail.carrier()
    if row.channel == "sms":
        return sms.carrier()
    delivery = delivery_of(row.organ)
    if not delivery.webhook:
        raise Hopeless("接口推送地址已经取消。")
    return Webhook(delivery.webhook, delivery.opened("webhook_secret"), int(now.timestamp()))


def _message(row: Outgoing) -> Message:
    return Message(
        id=str(row.pk),
        kind=row.kind,
        organ=row.organ.name,
        address=_address(row),
        title=row.title,
        text=row.text,
        link=f"{settings.ADDRESS}{row.link}",
        made_at=row.made_at,
    )


def _address(row: Outgoing) -> str:
    if row.channel == "webhook":
        return ""
    if row.person is None:
        return row.opened("address")
    address = row.person.opened("email" if row.channel == "mail" else "phone")
    if not address:
        raise Hopeless("收件人没有登记收件地址。")
    return address


def _give_up(row: Outgoing, sentence: str, now: dt.datetime) -> None:
    with transaction.atomic():
        rows = Outgoing.objects.for_organ(row.organ_id).filter(pk=row.pk, sent_at=None, given_up_at=None)
        if not rows.update(given_up_at=now, trouble=sentence[:200]):
            return
        holders = RoleGrant.objects.for_organ(row.organ_id).on(now.date()).filter(role__in=TOLD)
        people = Person.objects.for_organ(row.organ_id).filter(pk__in=holders.values("person_id"))
        matter = f"{CHANNELS[row.channel]}“{row.title}”"
        tell(
            row.organ, people, GIVEN_UP, now,
            key=f"given-up/{row.pk}", link="/office/notices/", matter=matter,
        )  # fmt: skip
