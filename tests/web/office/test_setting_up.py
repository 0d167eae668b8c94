"""The set-up walk: what is missing is computed; the whole walk, by the two administrators, ends with nothing missing."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from gongkai.web.office.setting_up import NEEDED_ROLES, STEPS, next_step, standing
from gongkai.web.people.models import Person
from gongkai.web.rights.roles import all_rights, roles
from tests.web.offices import Office
from tests.web.people.codes import bound

TODAY = str(timezone.localdate())
DAY = timezone.localdate()


def test_at_the_beginning_everything_is_missing(office: Office, settings: Any) -> None:
    settings.SECOND_FACTOR = "required"
    office.person("system_administrator")
    stands = standing(office.organ, DAY, lambda right: True)
    assert [one.step.title for one in stands if not one.missing] == ["添加处室"], (
        "the tests' people have their unit"
    )
    assert {one.step.right for one in stands} <= all_rights() | {"people.own"}


def test_each_sees_what_he_can_do(office: Office, settings: Any) -> None:
    mine = standing(office.organ, DAY, office.actor("security_administrator").may)
    assert [one.step.title for one in mine if one.mine] == ["授予角色", "绑定动态口令"]
    found = next_step(mine)
    assert found is not None
    assert found.step.title == "授予角色"


def test_the_whole_walk_by_the_pages(office: Office, settings: Any) -> None:
    """What ten minutes of two administrators do: every page of the walk, until nothing is missing."""
    system, security = office.client("system_administrator"), office.client("security_administrator")
    office.person("audit_administrator")
    posts = [
        ("organ/change/", {
            "name": "临溪县司法局", "kind": "justice", "level": "county", "region": "999901", "document_mark": "临司",
            "credit_code": "11330000000000000A", "hosted_on": "临溪县人民政府网站",
        }),
        ("organ/relations/new/", {"kind": "competent", "name": "临溪县人民政府办公室", "since": TODAY}),
        ("organ/relations/new/", {"kind": "government", "name": "临溪县人民政府", "since": TODAY}),
        ("organ/office/new/", {"name": "办公室", "address": "一路1号", "hours": "工作日", "phone": "0000-1", "since": TODAY}),
        *(("organ/officers/new/", {"duty": duty, "name": "甲某", "since": TODAY}) for duty in ("group_head", "in_charge", "office_head")),
        ("organ/courts/new/", {"kind": "court", "name": "临溪县人民法院", "since": TODAY}),
        ("units/new/", {"name": "法制科", "position": "1", "since": TODAY}),
    ]  # fmt: skip
    for address, form in posts:
        if "credit_code" in form:
            form["credit_code"] = a_credit_code()
        assert system.post(f"/office/{address}", form).status_code == 302, address
    for number, name in enumerate("甲乙丙丁戊己"):
        form = {"name": name + "某", "login": f"person{number}", "joined_on": TODAY}
        assert system.post("/office/people/new/", form).status_code == 200
    made = list(Person.objects.filter(login__contains=".person").order_by("login"))
    for person, role in zip(made, [r for r in NEEDED_ROLES if not roles()[r].administrator], strict=True):
        assert (
            security.post(f"/office/people/{person.pk}/grants/", {"role": role, "since": TODAY}).status_code
            == 302
        )
    text = system.get("/office/set-up/").content.decode()
    assert "9步已完成9步" in text
    office.organ.refresh_from_db()
    settings.SECOND_FACTOR = "required"
    assert "还有9人没有绑定" in str(standing(office.organ, DAY, lambda right: True)[-1].missing)
    for person in Person.objects.for_organ(office.organ):
        bound(person, timezone.now())
    assert not any(one.missing for one in standing(office.organ, DAY, lambda right: True))


def a_credit_code() -> str:
    """A code of the right form that is nobody's: the check digit is computed (GB 32100-2015)."""
    from stdnum.cn import uscc

    stem = "11990099MB0000000"
    return stem + uscc.calc_check_digit(stem)


def test_a_step_opens_again_when_somebody_leaves(office: Office) -> None:
    for role in NEEDED_ROLES:
        office.person(role)
    roles_step = next(step for step in STEPS if step.title == "授予角色")
    assert roles_step.missing(office.organ, DAY) == []
    person = office.person("publisher")
    person.left_on = DAY - dt.timedelta(1)
    person.save()
    assert roles_step.missing(office.organ, DAY) == ["发布员"]


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        ("justice", ["有管辖权的人民法院"]),
        ("other", ["有管辖权的人民法院", "行政复议机关（这类机关须手工指定）"]),
    ],
)
def test_an_organ_whose_body_is_entered_by_hand(office: Office, kind: str, missing: list[str]) -> None:
    office.organ.kind = kind
    courts = next(step for step in STEPS if step.address.endswith("courts/"))
    assert courts.missing(office.organ, DAY) == missing


def test_another_organ_changes_nothing(office: Office, other_office: Office) -> None:
    office.person("system_administrator")
    before = [one.missing for one in standing(office.organ, DAY, lambda right: True)]
    for role in NEEDED_ROLES:
        other_office.person(role)
    assert [one.missing for one in standing(office.organ, DAY, lambda right: True)] == before
