"""Only what waits for me, also by delegation."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from gongkai.web.people.models import Delegation
from gongkai.web.review.inbox import inbox, names_of, on_start_page
from gongkai.web.rights.roles import roles
from tests.web.offices import Office
from tests.web.review.conftest import Round

TODAY = timezone.localdate


def tasks(round_: Round, role: str, number: int = 1) -> list[str]:
    """What waits for that role's person."""
    return [item.wait.name for item in inbox(round_.office.actor(role, number), TODAY())]


def test_each_sees_it_when_it_is_their_turn(round_: Round) -> None:
    assert tasks(round_, "reviewer") == ["一审一校"]
    assert tasks(round_, "office_head") == []
    assert tasks(round_, "secrecy_reviewer") == ["保密审查"]
    round_.sign(1)
    assert tasks(round_, "reviewer") == []
    assert tasks(round_, "office_head") == ["二审二校"]
    round_.send_back(2)
    assert tasks(round_, "office_head") == tasks(round_, "secrecy_reviewer") == []
    assert tasks(round_, "handler") == ["修改"]
    assert tasks(round_, "handler", 2) == []


@pytest.mark.parametrize("role", [k for k in roles() if k not in {"reviewer", "secrecy_reviewer"}])
def test_nobody_else(round_: Round, role: str) -> None:
    assert tasks(round_, role, 2) == []


def test_by_delegation_with_the_name_of_the_principal(round_: Round) -> None:
    Delegation(
        organ=round_.office.organ, principal=round_.office.person("reviewer"),
        deputy=round_.office.person("leader"), reason="出差", since=dt.date(2024, 1, 1),
    ).save(force_insert=True)  # fmt: skip
    (item,) = inbox(round_.office.actor("leader"), TODAY())
    assert item.for_whom == round_.office.person("reviewer").name
    (waiting,) = on_start_page(round_.office.organ, round_.office.actor("leader"), TODAY())
    assert waiting.remark.startswith("代")
    assert waiting.address == item.address
    assert item.kind_name == "信息发布稿"


def test_another_organ_sees_nothing(round_: Round, other_office: Office) -> None:
    assert inbox(other_office.actor("reviewer"), TODAY()) == []
    assert names_of(other_office.organ.pk, [str(round_.office.person("reviewer").pk), ""]) == {}
