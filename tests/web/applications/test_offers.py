"""Offers say whether the case allows an act now, whether the actor may do it, and who may."""

from __future__ import annotations

import pytest

from gongkai.web.applications import offers
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.offers import Offer, offered, register_offer, who_may
from tests.web.applications.lives import DAY, filed
from tests.web.offices import Office


def one(key: str, group: str, right: str, why: str | None) -> Offer:
    return Offer(key, key, group, lambda case: f"/office/{case.number}/", right, lambda state: why)


def test_as_it_stands_for_an_actor(monkeypatch: pytest.MonkeyPatch, office: Office) -> None:
    monkeypatch.setattr(offers, "_OFFERS", {})
    case, _ = filed(office)
    register_offer(one("last", "没有的组", "applications.handle", ""))
    register_offer(one("no", "办理", "applications.handle", "现在不能。"))
    register_offer(one("head", "期限", "applications.approve", ""))
    register_offer(one("gone", "期限", "applications.approve", None))
    found = offered(office.actor("handler"), state_of(case, DAY))
    assert [(o.offer.key, o.open, o.why_not) for o in found] == [
        ("no", False, "现在不能。"),
        ("head", False, ""),
        ("last", True, ""),
    ]
    assert found[1].who == "工作机构负责人、分管领导"
    assert found[2].address == f"/office/{case.number}/"


def test_nobody_may_what_is_no_right() -> None:
    assert who_may("applications.none") == ""


def test_no_act_pushes_another_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offers, "_OFFERS", {})
    register_offer(one("key", "办理", "applications.handle", ""))
    register_offer(one("key", "期限", "applications.handle", ""))
    assert [found.group for found in offers.offers()] == ["期限"]
    with pytest.raises(ValueError, match="taken"):
        register_offer(Offer("key", "别的事", "办理", lambda case: "", "x", lambda state: ""))
