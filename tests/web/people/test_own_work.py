"""Roles and delegations as open work: told, and ended only when somebody leaves."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from gongkai.web.people.models import Delegation, RoleGrant
from gongkai.web.people.open_work import Handing, kinds, open_work
from tests.web.offices import Office

DAY = dt.date(2026, 3, 2)


def test_both_are_known_when_the_app_has_started(office: Office) -> None:
    assert {"delegations", "roles"} <= {kind.key for kind in kinds()}


def test_told_and_ended(office: Office) -> None:
    giver, other = office.person("handler"), office.person("leader")
    later = DAY + dt.timedelta(30)
    for principal, deputy, since in ((giver, other, DAY), (other, giver, later)):
        Delegation.objects.create(
            organ=office.organ, principal=principal, deputy=deputy, since=since, reason="出差"
        )
    RoleGrant.objects.create(
        organ=office.organ, person=giver, role="publisher", unit=office.unit, since=later, given_by="t"
    )
    told = {kind.key: [item.words for item in items] for kind, items in open_work(giver, DAY)}
    assert told["roles"] == ["承办员", "发布员（办公室）"]
    assert len(told["delegations"]) == 2
    for leaving in (False, True):
        act = Handing(
            office.actor("system_administrator"), giver, other, DAY + dt.timedelta(1), timezone.now(), leaving
        )
        moved = {kind.key: len(kind.move(act)) for kind in kinds()}
        assert (moved["roles"], moved["delegations"]) == ((2, 2) if leaving else (0, 0))
    assert open_work(giver, DAY + dt.timedelta(1)) == []
    assert all(
        row.until >= row.since for row in (*RoleGrant.objects.filter(person=giver), *Delegation.objects.all())
    )
