"""Handing over: all open work of one person to another at once, and with it the last day where he leaves."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.dispatch import Signal

from gongkai.web.audit.recording import record
from gongkai.web.people.models import HandOver, Person, RoleGrant
from gongkai.web.people.open_work import Handing, kinds, open_work
from gongkai.web.rights.actor import Actor
from gongkai.web.rights.roles import roles

handed_over = Signal()
"""Sent inside the transaction of each handing over to somebody: ``row``, ``at``. The notice to the taker
hangs on it.
"""


def hand_over(
    actor: Actor,
    giver: Person,
    taker: Person | None,
    now: dt.datetime,
    *,
    on: dt.date,
    reason: str,
    last_day: dt.date | None = None,
) -> HandOver | None:
    """Hand over everything open, from ``on`` on; with ``last_day`` the giver leaves, and roles and
    delegations end.

    One transaction, one record; None where there was nothing to take over and nobody took over. Raises
    ``ValidationError`` where work is open and nobody takes it, or who takes it does not work here then;
    ``Forbidden``.
    """
    actor.require("people.hand_over", giver.organ_id)
    if last_day is not None:
        actor.require("people.edit", giver.organ_id)
    _check(giver, taker, on)
    act = Handing(actor, giver, taker, on, now, leaving=last_day is not None)
    with transaction.atomic():
        both = [one.pk for one in (giver, taker) if one]
        # Locked in one order, so that two acts at once neither cross nor wait for each other for ever.
        list(Person.objects.for_organ(giver.organ_id).filter(pk__in=both).order_by("pk").select_for_update())
        items = {kind.key: list(kind.move(act)) for kind in kinds()}
        items = {key: ids for key, ids in items.items() if ids}
        if last_day is not None:
            Person.objects.for_organ(giver.organ_id).filter(pk=giver.pk).update(left_on=last_day)
            record(actor, "people.leave", str(giver.pk), now, last_day=last_day.isoformat())
        row = None
        if taker:
            row = HandOver.objects.create(
                organ_id=giver.organ_id, giver=giver, taker=taker, on=on, reason=reason, items=items,
                done_by=actor.id, done_at=now,
            )  # fmt: skip
        counts = {key: len(ids) for key, ids in items.items()}
        to = str(taker.pk) if taker else ""
        if row:
            handed_over.send(HandOver, row=row, at=now)
        record(actor, "people.hand_over", str(giver.pk), now, taker=to, on=on.isoformat(), items=counts)
    return row


def _check(giver: Person, taker: Person | None, on: dt.date) -> None:
    if taker is None:
        left = [kind.words for kind, _ in open_work(giver, on) if kind.needs_taker]
        if left:
            raise ValidationError({"taker": f"还有未办结的{'、'.join(left)}，请选择接收人。"})
    elif taker.pk == giver.pk:
        raise ValidationError({"taker": "接收人不能是移交人本人。"})
    elif taker.organ_id != giver.organ_id or not taker.works_on(on):
        raise ValidationError({"taker": "请从列表中选择移交之日在岗的本机关人员。"})


def suggested_roles(person: Person, day: dt.date) -> list[str]:
    """The roles that those had who handed over to this person, and he has not: for the security administrator
    to decide.
    """
    acts = HandOver.objects.for_organ(person.organ_id).filter(taker=person)
    ids = [id for act in acts for id in act.items.get("roles", ())]
    grants = RoleGrant.objects.for_organ(person.organ_id)
    had = set(grants.filter(pk__in=ids).values_list("role", flat=True))
    has = set(grants.on(day).filter(person=person).values_list("role", flat=True))
    return [key for key in roles() if key in had - has]
