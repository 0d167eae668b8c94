"""The editor of chains."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from gongkai.web.review.chains import chain_for
from gongkai.web.review.core.chain import DEFAULT
from gongkai.web.review.views.chains import words
from tests.web.offices import Office

ADDRESS = "/office/review/chains/draft/"
TWO: dict[str, Any] = {
    "step1-name": "初审", "step1-roles": ["reviewer", "legal_reviewer"], "step1-own_unit": "on",
    "step2-name": "终审", "step2-roles": ["leader"], "chase_after": "3",
}  # fmt: skip


def test_the_head_of_the_office_sets_a_chain(office: Office) -> None:
    client = office.client("office_head")
    assert "一审一校（审核员）" in client.get("/office/review/chains/").content.decode()
    assert client.get(ADDRESS).status_code == 200
    assert client.post(ADDRESS, TWO).status_code == 302
    chain = chain_for(office.organ.pk, "draft", timezone.localdate())
    assert words(chain) == ["初审（审核员或法制审核）", "终审（分管领导）"]
    assert (chain.steps[0].own_unit, chain.chase_after) == (True, 3)
    assert "历次设定" in client.get(ADDRESS).content.decode()


def test_what_does_not_hold_is_said(office: Office) -> None:
    client = office.client("office_head")
    for data in (TWO | {"step2-name": ""}, TWO | {"step2-name": "初审"}, TWO | {"step1-roles": ["handler"]}):
        assert client.post(ADDRESS, data).status_code == 400
    assert chain_for(office.organ.pk, "draft", timezone.localdate()) == DEFAULT
    assert client.get("/office/review/chains/nothing/").status_code == 404


def test_nobody_else(office: Office) -> None:
    assert office.client("leader").get(ADDRESS).status_code == 403
    assert office.client("reviewer").post(ADDRESS, TWO).status_code == 403
