"""Telling people: a notice in the office for each, and what goes out, in the transaction of the act
itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db import connection
from django.utils.timezone import get_default_timezone, localtime

from gongkai.web.notices.kinds import Kind
from gongkai.web.notices.models import Delivery, Notice, Outgoing
from gongkai.web.notices.patterns import delivery_of, texts_of, working_days_of
from gongkai.web.notices.quiet import next_moment
from gongkai.web.notices.wording import filled
from gongkai.web.organs.models import Organ
from gongkai.web.people.models import Person

HOME = "/office/"
GIVEN_UP = "message.given_up"


def tell(
    organ: Organ,
    people: Iterable[Person],
    kind: str,
    now: dt.datetime,
    *,
    key: str,
    link: str = HOME,
    **values: str,
) -> int:
    """Tell these people of the organ, each once for this ``key``; how many had not been told.

    ``link`` is a path below ``/office/``; ``values`` are those that ``kinds.toml`` names for the kind. Who no
    longer works there, or works elsewhere, is left out. Must run inside the transaction of the act. Raises
    ``RuntimeError`` outside of one, ``ValueError`` for a value or a link that must not be sent.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a notice belongs into the transaction of the act that it tells of")
    if not link.startswith(HOME) or "\n" in link or "\\" in link:
        raise ValueError("a notice leads to a page below /office/")
    one, title, text = texts_of(organ, kind)
    title, text = filled(one, title, text, {**values, "organ": organ.name, "link": link})
    delivery, told = delivery_of(organ), 0
    today = localtime(now).date()
    for person in people:
        if person.organ_id != organ.pk or not person.works_on(today):
            continue
        _, new = Notice.objects.get_or_create(
            person=person,
            key=key,
            defaults={"organ": organ, "kind": kind, "title": title, "text": text, "link": link, "at": now},
        )
        told += new
        if new and one.at_once:
            _send_to(person, one, delivery, now, key=key, title=title, text=text, link=link)
    # A webhook that cannot be reached is not told of it by the webhook.
    if told and delivery.webhook and kind != GIVEN_UP:
        send(organ, "webhook", one, delivery, now, key=f"webhook/{key}", title=title, text=text, link=link)
    return told


def _send_to(
    person: Person, kind: Kind, delivery: Delivery, now: dt.datetime, *, key: str, **message: str
) -> None:
    for channel, wanted, address in (
        ("mail", delivery.by_mail, person.email), ("sms", delivery.by_sms, person.phone),
    ):  # fmt: skip
        if wanted and len(address):
            mine = f"{channel}/{person.pk}/{key}"
            send(person.organ, channel, kind, delivery, now, key=mine, person=person, **message)


def send(
    organ: Organ,
    channel: str,
    kind: Kind,
    delivery: Delivery,
    now: dt.datetime,
    *,
    key: str,
    person: Person | None = None,
    **message: str,
) -> bool:
    """Put a message into the outbox, once for its key, due after the quiet hours; True where it is new.

    A program on the other end of a webhook has no night.
    """
    due = now
    if channel != "webhook":
        local = now.astimezone(get_default_timezone())
        due = next_moment(local, delivery.hours, working_days_of(organ))
    _, new = Outgoing.objects.get_or_create(
        organ=organ,
        key=key,
        defaults={
            "channel": channel, "kind": kind.key, "person": person, "made_at": now, "due_at": due, **message,
        },
    )  # fmt: skip
    return new
