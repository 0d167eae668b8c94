"""What the people's app itself knows of open work: standing in for others, and roles."""

from __future__ import annotations

import datetime as dt

from django.db.models import F, Q

from gongkai.values.dates import day_words
from gongkai.web.people.models import Delegation, Person, RoleGrant
from gongkai.web.people.open_work import Handing, Item, OpenWork, register


def _delegations(person: Person, day: dt.date) -> list[Item]:
    rows = Delegation.objects.for_organ(person.organ_id).filter(Q(until=None) | Q(until__gt=day))
    # One that was taken back before it began ends on the day on which it begins.
    rows = (
        rows.exclude(until=F("since"))
        .filter(Q(principal=person) | Q(deputy=person))
        .select_related("principal", "deputy")
    )
    return [
        Item(str(r.pk), f"{r.deputy.name}代{r.principal.name}办理（{day_words(r.since)}起）") for r in rows
    ]


def _end_delegations(act: Handing) -> list[str]:
    """Who leaves neither stands in nor is stood in for; to whom the other turns instead, he decides
    himself.
    """
    if not act.leaving:
        return []
    ids = [one.id for one in _delegations(act.giver, act.on)]
    rows = Delegation.objects.for_organ(act.giver.organ_id).filter(pk__in=ids)
    rows.filter(since__gt=act.on).update(until=F("since"))
    rows.filter(since__lte=act.on).update(until=act.on)
    return ids


def _roles(person: Person, day: dt.date) -> list[Item]:
    rows = RoleGrant.objects.for_organ(person.organ_id).filter(person=person)
    rows = rows.filter(Q(until=None) | Q(until__gt=day)).exclude(until=F("since")).select_related("unit")
    return [Item(str(r.pk), r.role_name + (f"（{r.unit.name}）" if r.unit else "")) for r in rows]


def _end_roles(act: Handing) -> list[str]:
    """Roles end with the last day; the taker does not get them by this: granting is the security
    administrator's act.
    """
    if not act.leaving:
        return []
    ids = [one.id for one in _roles(act.giver, act.on)]
    rows = RoleGrant.objects.for_organ(act.giver.organ_id).filter(pk__in=ids)
    rows.filter(since__gt=act.on).update(until=F("since"))
    rows.filter(since__lte=act.on).update(until=act.on)
    return ids


def register_own() -> None:
    """Make both known; called when the app starts."""
    said = "随离岗终止，不转给接收人；"
    hints = (said + "需要时由委托人另行委托。", said + "接收人需要的角色由安全管理员授予。")
    register(OpenWork("delegations", "委托代办", _delegations, _end_delegations, False, hints[0]))
    register(OpenWork("roles", "角色", _roles, _end_roles, False, hints[1]))
