"""The forms of the administrators: only rows of the own organ are offered."""

from __future__ import annotations

import pytest

from gongkai.web.people.forms_people import GrantForm, LeaveForm, NewPersonForm, NewUnitForm, role_names
from gongkai.web.people.models import Person, Unit
from tests.web.offices import Office

PERSON = {"name": "丁一", "login": "Ding.Yi", "joined_on": "2026-03-02"}


def test_a_login_gets_the_code_of_the_organ(office: Office) -> None:
    units = Unit.objects.for_organ(office.organ)
    for typed in ("Ding.Yi", " ding.yi ", "linxi-sfj.ding.yi"):
        form = NewPersonForm(PERSON | {"login": typed}, organ=office.organ, units=units)
        assert form.is_valid(), form.errors
        assert form.cleaned_data["login"] == "linxi-sfj.ding.yi"
    assert "linxi-sfj." in NewPersonForm(organ=office.organ, units=units).fields["login"].help_text


def test_private_values_not_filled_in_are_left_out(office: Office) -> None:
    form = NewPersonForm(
        PERSON | {"phone": "13900001111"}, organ=office.organ, units=Unit.objects.for_organ(office.organ)
    )
    assert form.is_valid()
    assert form.values()["phone"] == "13900001111"
    assert "email" not in form.values()
    assert form.values()["post"] == ""


@pytest.mark.parametrize("may", [True, False])
def test_leaving_or_handing_over(office: Office, may: bool) -> None:
    people = Person.objects.for_organ(office.organ)
    assert ("last_day" in LeaveForm(people=people, may_leave=may).fields) is may
    assert not LeaveForm({"reason": "x"}, people=people, may_leave=may).is_valid()


def test_roles_and_units(office: Office) -> None:
    form = GrantForm(units=Unit.objects.for_organ(office.organ), open_roles={"handler": "承办员"})
    assert [key for key, _ in form.fields["role"].choices] == ["", "handler"]
    assert len(role_names()) == 13
    assert not NewUnitForm({"name": "甲", "position": "-1", "since": "2026-03-02"}).is_valid()
