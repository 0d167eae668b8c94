"""What the people's app lets be heard, told to whom it concerns: a pause in signing in, work handed over."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from gongkai.web.notices.actions.tell import tell
from gongkai.web.people.actions.hand_over import handed_over
from gongkai.web.people.lockout import account_locked
from gongkai.web.people.models import HandOver, Person, RoleGrant

NO_WORK = frozenset({"roles", "delegations"})
"""What ends with who leaves, and goes to nobody."""


def tell_of_lock(person: Person, at: dt.datetime, **_: Any) -> None:
    """Tell the security administrators of the organ, once for each quarter of an hour of one account."""
    organ, today = person.organ, timezone.localdate(at)
    holders = RoleGrant.objects.for_organ(organ).on(today).filter(role="security_administrator")
    people = Person.objects.for_organ(organ).filter(pk__in=holders.values("person_id"))
    key = f"sign_in.locked/{person.pk}/{int(at.timestamp()) // 900}"
    link = f"/office/people/{person.pk}/"
    with transaction.atomic():
        tell(organ, people, "sign_in.locked", at, key=key, link=link, by=person.name)


def tell_of_work(row: HandOver, at: dt.datetime, **_: Any) -> None:
    """Tell who took over; runs inside the transaction of the act."""
    number = sum(len(ids) for key, ids in row.items.items() if key not in NO_WORK)
    if number:
        key = f"handover.received/{row.pk}"
        tell(
            row.organ,
            [row.taker],
            "handover.received",
            at,
            key=key,
            by=row.giver.name,
            count=str(number),
        )


def listen() -> None:
    """Hear both; called when the app starts."""
    account_locked.connect(tell_of_lock, dispatch_uid="gongkai.notices.lock")
    handed_over.connect(tell_of_work, dispatch_uid="gongkai.notices.work")
