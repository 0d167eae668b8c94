"""Roles as data: every right is somebody's, the three administrators stay apart."""

from __future__ import annotations

from itertools import combinations

import pytest

from gongkai.web.rights.roles import all_rights, conflict, everybody, rights_of, role, roles

ADMINISTRATORS = ["system_administrator", "security_administrator", "audit_administrator"]


def test_the_roles_of_an_office() -> None:
    assert [r.name for r in roles().values()] == [
        "承办员", "审核员", "法制审核", "公职律师", "保密审查员", "发布员", "工作机构负责人", "分管领导", "信箱承办",
        "渠道管理", "系统管理员", "安全管理员", "审计管理员",
    ]  # fmt: skip
    assert [key for key, r in roles().items() if r.administrator] == ADMINISTRATORS
    assert all("office.enter" in r.rights for r in roles().values())


@pytest.mark.parametrize(("one", "two"), list(combinations(ADMINISTRATORS, 2)))
def test_no_two_administrators_in_one_person(one: str, two: str) -> None:
    assert conflict([one], two)
    assert conflict([two], one)


@pytest.mark.parametrize("key", ADMINISTRATORS)
def test_an_administrator_handles_no_cases(key: str) -> None:
    assert conflict(["handler"], key)
    assert conflict([key], "handler")
    assert not conflict([key], key)


def test_other_roles_go_together() -> None:
    assert conflict(["reviewer", "legal_reviewer"], "secrecy_reviewer") is None


def test_rights_are_joined() -> None:
    assert rights_of(["handler", "reviewer"]) == role("handler").rights | role("reviewer").rights
    assert rights_of([]) == everybody() == {"people.own"}
    assert rights_of(roles()) == all_rights()


def test_separation_of_administrators() -> None:
    """Who sets up accounts grants no role; who grants audits nothing; the auditor changes nothing."""
    assert "people.grant" not in role("system_administrator").rights
    assert "audit.read" not in role("security_administrator").rights | role("system_administrator").rights
    changing = {
        r
        for r in role("audit_administrator").rights - everybody()
        if not r.startswith(("audit.", "office.enter"))
    }
    assert changing == set()
