"""Setting chains: who may, what holds from when, what is under review keeps its own."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from gongkai.web.review.actions.chains import follow_kind, secrecy_roles, set_chain, signing_roles
from gongkai.web.review.chains import chain_for
from gongkai.web.review.core.chain import DEFAULT, Chain, Step
from gongkai.web.review.models import ReviewChain
from gongkai.web.rights.actor import Forbidden
from gongkai.web.rights.roles import roles
from tests.web.offices import Office
from tests.web.review.conftest import Round, begun

LETTERS = "application-letter"
ONE = Chain((Step("审核", ("office_head", "leader")),))
TWO = Chain((Step("初审", ("reviewer", "legal_reviewer")), Step("终审", ("leader",))), chase_after=3)


def test_a_new_chain_holds_for_what_is_submitted_from_now_on(round_: Round, office: Office) -> None:
    set_chain(office.actor("office_head"), "draft", TWO, timezone.now())
    assert chain_for(office.organ.pk, "draft", timezone.localdate()) == TWO
    assert round_.again().review.chain == DEFAULT
    assert begun(office).file.review.chain == TWO


def test_the_history_stays(office: Office) -> None:
    first = timezone.now() - dt.timedelta(days=10)
    head = office.actor("office_head")
    set_chain(head, "draft", TWO, first)
    set_chain(head, "draft", DEFAULT, timezone.now())
    set_chain(head, "draft", TWO, timezone.now())
    assert chain_for(office.organ.pk, "draft", timezone.localdate(first)) == TWO
    assert chain_for(office.organ.pk, "draft", timezone.localdate()) == TWO
    assert ReviewChain.objects.for_organ(office.organ).count() == 3
    assert chain_for(office.organ.pk, "draft", dt.date(2024, 1, 1)) == DEFAULT


@pytest.mark.parametrize(
    "chain",
    [
        Chain(TWO.steps[:1]),
        Chain((*TWO.steps, Step("三审", ("handler",)))),
        Chain(TWO.steps, secrecy_roles=("reviewer",)),
        Chain(TWO.steps, secrecy_roles=()),
    ],
)
def test_a_chain_that_does_not_hold_is_refused(office: Office, chain: Chain) -> None:
    with pytest.raises(ValidationError):
        set_chain(office.actor("office_head"), "draft", chain, timezone.now())


def test_an_unknown_kind_is_refused(office: Office) -> None:
    for kind, sort in (("nothing", ""), ("draft", "D02"), (LETTERS, "D01"), (LETTERS, "D99")):
        with pytest.raises(ValidationError, match="没有这种内容"):
            set_chain(office.actor("office_head"), kind, TWO, timezone.now(), sort)


@pytest.mark.parametrize("role", [key for key in roles() if key != "office_head"])
def test_only_the_head_of_the_office_sets_them(office: Office, role: str) -> None:
    with pytest.raises(Forbidden):
        set_chain(office.actor(role), "draft", TWO, timezone.now())
    with pytest.raises(Forbidden):
        follow_kind(office.actor(role), LETTERS, "D02", timezone.now())


def test_the_roles_to_choose_from() -> None:
    assert "reviewer" in signing_roles()
    assert "handler" not in signing_roles()
    assert list(secrecy_roles()) == ["secrecy_reviewer"]


def test_one_sort_apart_and_back_again(office: Office) -> None:
    head, organ = office.actor("office_head"), office.organ.pk
    first, now = timezone.now() - dt.timedelta(days=10), timezone.now()
    before, today = timezone.localdate(first), timezone.localdate(now)
    set_chain(head, LETTERS, TWO, first)
    set_chain(head, LETTERS, ONE, first, "D02")
    assert chain_for(organ, LETTERS, before, "D02") == ONE
    assert chain_for(organ, LETTERS, before, "D03") == chain_for(organ, LETTERS, before) == TWO
    follow_kind(head, LETTERS, "D02", now)
    assert chain_for(organ, LETTERS, today, "D02") == TWO
    assert chain_for(organ, LETTERS, before, "D02") == ONE
    assert ReviewChain.objects.for_organ(organ).filter(sort="D02").count() == 2
    with pytest.raises(ValidationError, match="没有单独设定"):
        follow_kind(head, LETTERS, "D02", now)


def test_a_sort_does_not_go_back_to_a_chain_that_it_may_not_have(office: Office) -> None:
    head, now = office.actor("office_head"), timezone.now()
    set_chain(head, LETTERS, ONE, now, "D04")
    without = Chain((Step("初审", ("reviewer",)), Step("复审", ("legal_reviewer",))))
    # As an office may have set it before the rule was there: no act lets it through now.
    set_chain(head, LETTERS, TWO, now)
    ReviewChain.objects.for_organ(office.organ).filter(kind=LETTERS, sort="").update(
        steps=[{"name": s.name, "roles": list(s.roles), "own_unit": False} for s in without.steps]
    )
    with pytest.raises(ValidationError, match="第三十三条第二款"):
        follow_kind(head, LETTERS, "D04", now)
    assert chain_for(office.organ.pk, LETTERS, timezone.localdate(now), "D04") == ONE
