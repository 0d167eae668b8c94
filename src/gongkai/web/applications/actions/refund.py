"""Giving a fee back: how much, when, why; no more than was paid."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localtime

from gongkai.values.dates import day_words
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.fee_panel import left
from gongkai.web.applications.models import Application, Refund
from gongkai.web.audit.recording import record
from gongkai.web.rights.actor import Actor


def refund(
    actor: Actor, application: Application, amount: int, on: dt.date, reason: str, *, now: dt.datetime
) -> Refund:
    """Note that a fee was given back. Raises ``Forbidden``, ``ValidationError`` for more than is left."""
    actor.require("applications.approve", application.organ_id)
    today = localtime(now).date()
    if on > today:
        raise ValidationError({"on": f"日期{day_words(on)}还没有到，请核对日期。"})
    with transaction.atomic():
        # The row of the case is the lock: two refunds at once come one after the other.
        Application.objects.for_organ(application.organ_id).select_for_update().get(pk=application.pk)
        rest = left(state_of(application, today))
        if amount > rest:
            raise ValidationError({"amount": f"最多可以退还{rest}元，现在填写的是{amount}元。请核对金额。"})
        made: Refund = Refund.objects.create(
            organ=application.organ, application=application, amount=amount, on=on, reason=reason,
            by=actor.id, at=now,
        )  # fmt: skip
        record(actor, "applications.refund", application.number, now, amount=amount, refund=str(made.pk))
    return made
