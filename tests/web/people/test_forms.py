"""The forms of signing in: passwords are taken as they are, help names the policy."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from gongkai.web.people.forms import DelegationForm, OwnPasswordForm, SignInForm
from gongkai.web.people.models import Person
from tests.web.offices import Office


def test_a_password_keeps_its_blanks() -> None:
    form = SignInForm({"login": " a.b ", "password": " x "})
    assert form.is_valid()
    assert form.cleaned_data == {"login": "a.b", "password": " x "}


def test_both_must_be_the_same(settings: Any) -> None:
    form = OwnPasswordForm({"present": "x", "new": "a", "again": "b"})
    assert list(form.errors) == ["again"]
    settings.SIGN_IN_POLICY = "asvs"
    assert "更换一次" not in OwnPasswordForm().fields["new"].help_text


def test_the_last_day_is_not_before_the_first(office: Office) -> None:
    people = Person.objects.for_organ(office.organ)
    today = str(timezone.localdate())
    values = {
        "deputy": str(office.person("handler").pk),
        "since": today,
        "until": "2020-01-01",
        "reason": "休假",
    }
    assert list(DelegationForm(values, people=people).errors) == ["until"]
    assert DelegationForm(values | {"until": today}, people=people).is_valid()
