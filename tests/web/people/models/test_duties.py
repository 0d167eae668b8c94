"""Grants say their role in Chinese; everything about duties belongs to an organ."""

from __future__ import annotations

from gongkai.web.people.models import Delegation, HandOver, RoleGrant
from gongkai.web.rights.roles import roles
from tests.web.offices import Office


def test_every_role_has_its_name(office: Office) -> None:
    for key, role in roles().items():
        office.person(key)
        assert RoleGrant.objects.for_organ(office.organ).get(role=key).role_name == role.name


def test_the_tables_belong_to_organs() -> None:
    for model in (RoleGrant, Delegation, HandOver):
        assert hasattr(model.objects, "for_organ")
