"""Handing over: one act, one transaction, one record; nothing open is left lying."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from gongkai.web.audit.models import AuditLine
from gongkai.web.people import open_work
from gongkai.web.people.actions.delegations import delegate
from gongkai.web.people.actions.hand_over import hand_over, suggested_roles
from gongkai.web.people.actors import roles_of
from gongkai.web.people.models import Delegation, HandOver, Person
from gongkai.web.people.open_work import Handing, Item, OpenWork
from gongkai.web.rights.actor import Forbidden
from tests.web.offices import Office

DAY = dt.date(2026, 3, 2)
LAST = dt.date(2026, 3, 31)
NEXT = dt.date(2026, 4, 1)


@pytest.fixture
def cases() -> Iterator[dict[Any, list[str]]]:
    """Another app's open work: the cases of each person, as that app would register them."""
    rows: dict[Any, list[str]] = {}

    def held(person: Person, day: dt.date) -> list[Item]:
        return [Item(one, f"第{one}号") for one in rows.get(person.pk, [])]

    def move(act: Handing) -> list[str]:
        moved = rows.pop(act.giver.pk, [])
        assert act.taker or not moved
        if act.taker and moved:
            rows.setdefault(act.taker.pk, []).extend(moved)
        if "broken" in moved:
            raise RuntimeError("the disk is full")
        return moved

    kinds = dict(open_work._KINDS)
    open_work.register(OpenWork("cases", "在办申请", held, move))
    yield rows
    open_work._KINDS.clear()
    open_work._KINDS.update(kinds)


def test_all_at_once(office: Office, cases: dict[Any, list[str]]) -> None:
    giver, taker = office.person("handler"), office.person("reviewer")
    cases[giver.pk] = ["1", "2"]
    delegate(
        office.actor("leader"), office.person("leader"), giver, timezone.now(),
        since=DAY, until=dt.date(2026, 12, 1), reason="出差",
    )  # fmt: skip
    row = hand_over(
        office.actor("system_administrator"),
        giver,
        taker,
        timezone.now(),
        on=NEXT,
        reason="调离",
        last_day=LAST,
    )
    assert row is not None
    assert cases == {taker.pk: ["1", "2"]}
    assert {key: len(ids) for key, ids in row.items.items()} == {"cases": 2, "delegations": 1, "roles": 1}
    giver.refresh_from_db()
    assert giver.left_on == LAST
    assert roles_of(giver, LAST) == {"handler"}
    assert roles_of(giver, NEXT) == frozenset()
    assert Delegation.objects.get().until == NEXT
    line = AuditLine.objects.get(act="people.hand_over")
    assert line.data == {
        "taker": str(taker.pk), "on": "2026-04-01", "items": {"cases": 2, "delegations": 1, "roles": 1},
    }  # fmt: skip
    assert HandOver.objects.count() == 1


def test_the_taker_gets_no_role_but_the_security_administrator_is_told(office: Office, cases: Any) -> None:
    giver, taker = office.person("handler"), office.person("reviewer")
    actor = office.actor("system_administrator")
    hand_over(actor, giver, taker, timezone.now(), on=NEXT, reason="调离", last_day=LAST)
    assert roles_of(taker, NEXT) == {"reviewer"}
    assert suggested_roles(taker, NEXT) == ["handler"]
    assert suggested_roles(giver, NEXT) == []


def test_without_leaving_roles_and_delegations_stay(office: Office, cases: dict[Any, list[str]]) -> None:
    giver, taker = office.person("handler"), office.person("reviewer")
    cases[giver.pk] = ["1"]
    row = hand_over(office.actor("office_head"), giver, taker, timezone.now(), on=DAY, reason="轮岗")
    assert row is not None
    assert row.items == {"cases": ["1"]}
    assert roles_of(giver, DAY) == {"handler"}


def test_open_work_needs_a_taker(office: Office, cases: dict[Any, list[str]]) -> None:
    giver, actor = office.person("handler"), office.actor("system_administrator")
    cases[giver.pk] = ["1"]
    with pytest.raises(ValidationError, match="还有未办结的在办申请"):
        hand_over(actor, giver, None, timezone.now(), on=NEXT, reason="退休", last_day=LAST)
    cases.clear()
    assert hand_over(actor, giver, None, timezone.now(), on=NEXT, reason="退休", last_day=LAST) is None
    giver.refresh_from_db()
    assert giver.left_on == LAST
    assert roles_of(giver, NEXT) == frozenset()


def test_a_fault_in_the_middle_changes_nothing(office: Office, cases: dict[Any, list[str]]) -> None:
    giver, taker = office.person("handler"), office.person("reviewer")
    cases[giver.pk] = ["broken"]
    with pytest.raises(RuntimeError):
        hand_over(
            office.actor("system_administrator"),
            giver,
            taker,
            timezone.now(),
            on=NEXT,
            reason="调离",
            last_day=LAST,
        )
    giver.refresh_from_db()
    assert giver.left_on is None
    assert roles_of(giver, NEXT) == {"handler"}
    assert not HandOver.objects.exists()
    assert not AuditLine.objects.filter(act__in=["people.leave", "people.hand_over"]).exists()


def test_to_whom_not(office: Office, other_office: Office, cases: Any) -> None:
    giver, actor = office.person("handler"), office.actor("system_administrator")
    gone = office.person("publisher")
    gone.left_on = LAST
    gone.save()
    for taker in (giver, gone, other_office.person("handler")):
        with pytest.raises(ValidationError):
            hand_over(actor, giver, taker, timezone.now(), on=NEXT, reason="调离", last_day=LAST)


def test_who_may_not(office: Office, other_office: Office, cases: Any) -> None:
    giver, taker, now = office.person("handler"), office.person("reviewer"), timezone.now()
    for role in ("handler", "reviewer", "security_administrator", "leader"):
        with pytest.raises(Forbidden):
            hand_over(office.actor(role), giver, taker, now, on=DAY, reason="轮岗")
    with pytest.raises(Forbidden):
        hand_over(office.actor("office_head"), giver, taker, now, on=NEXT, reason="调离", last_day=LAST)
    with pytest.raises(Forbidden):
        hand_over(
            other_office.actor("system_administrator"),
            giver,
            taker,
            now,
            on=NEXT,
            reason="调离",
            last_day=LAST,
        )
