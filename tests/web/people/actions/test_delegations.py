"""Standing in: by oneself or the system administrator, never with an administrator on either side."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from gongkai.web.people.actions.delegations import delegate, end_delegation
from gongkai.web.people.actors import actor_for
from gongkai.web.people.models import Delegation
from gongkai.web.rights.actor import Forbidden
from tests.web.offices import Office

DAY = dt.date(2026, 3, 2)
DAYS: dict[str, Any] = {"since": DAY, "until": DAY + dt.timedelta(7), "reason": "出差"}


def test_for_a_week(office: Office) -> None:
    leader, deputy = office.person("leader"), office.person("handler")
    delegate(office.actor("leader"), leader, deputy, timezone.now(), **DAYS)
    assert actor_for(deputy, DAY).for_person == {str(leader.pk)}
    assert actor_for(deputy, DAY + dt.timedelta(7)).for_person == frozenset()


def test_the_system_administrator_for_another(office: Office) -> None:
    row = delegate(
        office.actor("system_administrator"),
        office.person("leader"),
        office.person("handler"),
        timezone.now(),
        **DAYS,
    )
    end_delegation(office.actor("system_administrator"), row, DAY + dt.timedelta(1), timezone.now())
    assert Delegation.objects.get().until == DAY + dt.timedelta(1)


def test_nobody_else(office: Office) -> None:
    leader, deputy = office.person("leader"), office.person("handler")
    for role in ("handler", "security_administrator", "audit_administrator", "office_head"):
        with pytest.raises(Forbidden):
            delegate(office.actor(role), leader, deputy, timezone.now(), **DAYS)
    row = delegate(office.actor("leader"), leader, deputy, timezone.now(), **DAYS)
    with pytest.raises(Forbidden):
        end_delegation(office.actor("handler"), row, DAY, timezone.now())


@pytest.mark.parametrize(
    ("principal", "deputy"),
    [
        ("system_administrator", "handler"),
        ("leader", "security_administrator"),
        ("audit_administrator", "leader"),
    ],
)
def test_no_administrator_on_either_side(office: Office, principal: str, deputy: str) -> None:
    with pytest.raises(ValidationError, match="分立"):
        delegate(
            office.actor(principal), office.person(principal), office.person(deputy), timezone.now(), **DAYS
        )


def test_not_oneself_not_elsewhere_not_who_left(office: Office, other_office: Office) -> None:
    leader, actor = office.person("leader"), office.actor("leader")
    gone = office.person("reviewer")
    gone.left_on = DAY - dt.timedelta(1)
    gone.save()
    for deputy in (leader, other_office.person("handler"), gone):
        with pytest.raises(ValidationError):
            delegate(actor, leader, deputy, timezone.now(), **DAYS)
    assert not Delegation.objects.exists()
