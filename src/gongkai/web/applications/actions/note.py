"""Noting something in a case: what was said on the phone, a comment to colleagues, an opinion on the law."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localtime

from gongkai.values.dates import day_words
from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.colleagues import mentioned
from gongkai.web.applications.models import Application, Note
from gongkai.web.audit.recording import record
from gongkai.web.notices.actions.tell import tell
from gongkai.web.organs.models import Adviser
from gongkai.web.people.models import Person
from gongkai.web.rights.actor import Actor, Forbidden

RIGHTS = {
    "contact": ("applications.handle",),
    "comment": ("applications.comment",),
    "opinion": ("applications.advise", "applications.handle"),
}
"""Which rights allow a note of each kind; who handles the case writes down the opinion of an outside
adviser.
"""


@dataclass(frozen=True, slots=True)
class Noted:
    """What is noted: its kind, the text, the day; whom it calls beside those named in the text; whose
    opinion.
    """

    kind: str
    text: str
    on: dt.date
    to: tuple[Person, ...] = ()
    adviser: Adviser | None = None


def note(actor: Actor, application: Application, noted: Noted, now: dt.datetime) -> Note:
    """Add a note, and tell those whom it calls.

    Raises ``Forbidden`` without the right, ``ValidationError`` for a day that has not come, or an opinion of
    nobody.
    """
    actor.require("applications.read", application.organ_id)
    if not any(actor.may(right) for right in RIGHTS[noted.kind]):
        raise Forbidden("您的角色不包括登记这一类记录。")
    today = localtime(now).date()
    if noted.on > today:
        raise ValidationError({"on": f"日期{day_words(noted.on)}还没有到，请核对日期。"})
    if noted.kind == "opinion" and noted.adviser is None and not actor.may("applications.advise"):
        raise ValidationError({"adviser": "请选择出具意见的法律顾问或者公职律师。"})
    with transaction.atomic():
        made: Note = Note.objects.create(
            organ=application.organ,
            application=application,
            kind=noted.kind,
            text=noted.text,
            by=actor.id,
            at=now,
            on=noted.on,
            adviser=noted.adviser,
        )
        called = _called(noted.to, mentioned(application.organ, noted.text, today))
        made.to.set(called)
        tell(
            application.organ, called, "application.mentioned", now, key=f"note/{made.pk}",
            link=case_address(application), number=application.number, by=actor.name,
        )  # fmt: skip
        record(actor, "applications.note", application.number, now, note=str(made.pk), kind=noted.kind)
    return made


def _called(chosen: Iterable[Person], named: Iterable[Person]) -> list[Person]:
    return list({one.pk: one for one in (*chosen, *named)}.values())
