"""The editor of chains."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from gongkai.web.review.chains import chain_for, words
from gongkai.web.review.core.chain import DEFAULT
from tests.web.offices import Office

LETTERS = "/office/review/chains/application-letter/"
ADDRESS = "/office/review/chains/draft/"
TWO: dict[str, Any] = {
    "step1-name": "初审", "step1-roles": ["reviewer", "legal_reviewer"], "step1-own_unit": "on",
    "step2-name": "终审", "step2-roles": ["leader"], "chase_after": "3",
}  # fmt: skip

ONE: dict[str, Any] = {"step1-name": "审核", "step1-roles": ["office_head", "leader"], "chase_after": "1"}


def page(client: Any, address: str, code: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == code
    return str(response.content.decode())


def test_the_head_of_the_office_sets_a_chain(office: Office) -> None:
    client = office.client("office_head")
    assert "一审一校（审核员）" in client.get("/office/review/chains/").content.decode()
    assert client.get(ADDRESS).status_code == 200
    assert client.post(ADDRESS, TWO).status_code == 302
    chain = chain_for(office.organ.pk, "draft", timezone.localdate())
    assert words(chain) == [
        "初审（审核员或法制审核）",
        "终审（分管领导）",
        "保密审查（保密审查员，单独签署）",
    ]
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
    assert office.client("leader").post(f"{LETTERS}D02/", ONE).status_code == 403
    assert office.client("leader").post(f"{LETTERS}D02/general/").status_code == 403


def test_one_kind_of_letter_apart_and_back(office: Office) -> None:
    client, organ, today = office.client("office_head"), office.organ.pk, timezone.localdate()
    assert "28种现在按一般环节" in page(client, "/office/review/chains/")
    editor = page(client, f"{LETTERS}D02/")
    assert "现在按一般环节办理" in editor
    assert "1至5个环节" in editor
    assert client.post(f"{LETTERS}D02/", ONE).status_code == 302
    assert (
        words(chain_for(organ, "application-letter", today, "D02"))[0] == "审核（工作机构负责人或分管领导）"
    )
    assert chain_for(organ, "application-letter", today) == DEFAULT
    listed = page(client, "/office/review/chains/")
    assert (
        listed.index("单独设定的文书") < listed.index("政府信息公开申请补正告知书") < listed.index("<details")
    )
    assert "改按一般环节" in page(client, f"{LETTERS}D02/")
    assert client.post(f"{LETTERS}D02/general/").status_code == 302
    assert chain_for(organ, "application-letter", today, "D02") == DEFAULT
    assert "</b>改按一般环节" in page(client, f"{LETTERS}D02/")
    assert client.post(f"{LETTERS}D02/general/", follow=True).content.decode().count("没有单独设定") == 1


def test_a_step_that_may_not_be_dropped_is_refused_with_its_norm(office: Office) -> None:
    client = office.client("office_head")
    clerk = ONE | {"step1-roles": ["reviewer"]}
    for sort, data, norm in (
        ("D04", clerk, "第三十三条第二款规定，延长答复期限应当经政府信息公开工作机构负责人同意"),
        ("D08", clerk, "国办函〔2020〕109号"),
        ("D13", ONE, "《政府信息公开条例》第十七条"),
    ):
        response = client.post(f"{LETTERS}{sort}/", data)
        assert response.status_code == 400
        assert response.content.decode().count("没有保存：") == 1
        assert norm in response.content.decode().partition("没有保存：")[2].partition("</p>")[0]
    assert client.post(f"{LETTERS}D02/", clerk).status_code == 302


def test_there_are_no_other_sorts(office: Office) -> None:
    client = office.client("office_head")
    for address in (f"{LETTERS}D01/", f"{LETTERS}D99/", f"{ADDRESS}D02/"):
        assert client.get(address).status_code == 404
        assert client.post(f"{address}general/").status_code == 404
    assert client.get(f"{LETTERS}D02/general/").status_code == 405
