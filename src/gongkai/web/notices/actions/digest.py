"""每日摘要: one mail a day and person with what has not been read, on working days, at the organ's time."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime

from gongkai.web.notices.actions.tell import HOME, send
from gongkai.web.notices.kinds import DIGEST, kinds
from gongkai.web.notices.models import Delivery, Notice
from gongkai.web.notices.patterns import delivery_of, texts_of, working_days_of
from gongkai.web.notices.wording import filled
from gongkai.web.organs.models import Organ
from gongkai.web.people.models import Person

LINES = 50
"""So many lines stand in a digest; the rest is a number."""
PAGE = f"{HOME}notices/"


def make_digests(now: dt.datetime) -> int:
    """Put today's digests into the outbox for every organ whose time has come; how many."""
    local, made = localtime(now), 0
    for organ in Organ.objects.order_by("code"):
        delivery = delivery_of(organ)
        if local.time() < delivery.digest_at or not delivery.by_mail:
            continue
        if delivery.quiet_rest_days and not working_days_of(organ)(local.date()):
            continue
        for person in Person.objects.for_organ(organ).working(local.date()):
            made += _digest(organ, person, delivery, now, local.date())
    return made


def _waiting(person: Person) -> list[Notice]:
    slow = [key for key, one in kinds().items() if not one.at_once]
    rows = Notice.objects.for_organ(person.organ_id).filter(person=person, kind__in=slow)
    return list(rows.filter(read_at=None, digested_at=None).order_by("at"))


def _digest(organ: Organ, person: Person, delivery: Delivery, now: dt.datetime, today: dt.date) -> bool:
    if not len(person.email) or not _waiting(person):
        return False
    with transaction.atomic():
        # Locked, so that two workers do not gather the same notices.
        Person.objects.for_organ(organ).select_for_update().get(pk=person.pk)
        rows = _waiting(person)
        if not rows:
            return False
        one, title, text = texts_of(organ, DIGEST)
        lines = [f"{number}. {row.title}" for number, row in enumerate(rows[:LINES], 1)]
        if len(rows) > LINES:
            lines.append(f"另有{len(rows) - LINES}条，请打开系统查看。")
        values = {
            "day": date_format(today, "Y年n月j日（l）"),
            "count": str(len(rows)),
            "list": "\n".join(lines),
            "organ": organ.name,
            "link": PAGE,
        }
        title, text = filled(one, title, text, values)
        key = f"digest/{person.pk}/{today.isoformat()}"
        new = send(
            organ, "mail", one, delivery, now, key=key, person=person, title=title, text=text, link=PAGE
        )
        if new:
            Notice.objects.for_organ(organ).filter(pk__in=[row.pk for row in rows]).update(digested_at=now)
    return new
