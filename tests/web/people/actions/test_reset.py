"""Resetting a sign-in: everything of the old one ends, the new password is for one first sign-in."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from gongkai.web.audit.models import AuditLine
from gongkai.web.people.actions.reset import first_password, reset_sign_in
from gongkai.web.people.actions.second_factor import accept
from gongkai.web.people.steps import has_second_factor
from gongkai.web.rights.actor import Forbidden
from tests.web.offices import PASSWORD, Office
from tests.web.people.codes import bound


def test_a_first_password_holds_by_both_policies(settings: Any) -> None:
    settings.SIGN_IN_FIGURES = {}
    for settings.SIGN_IN_POLICY in ("dengbao", "asvs"):
        made = {first_password() for _ in range(50)}
        assert len(made) == 50
        for one in made:
            validate_password(one)
            assert not set(one) & set("0O1lI")
    settings.SIGN_IN_FIGURES = {"length": 30, "kinds": 4}
    assert len(first_password()) == 30


def test_a_first_password_does_not_hold_the_login(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter(["SsUf5pKcx9aQLFT!", "SsUf5pKcx9bQLFT!"])
    monkeypatch.setattr("gongkai.web.people.actions.reset._drawn", lambda _: next(drawn))
    assert first_password("aq", "钱示例") == "SsUf5pKcx9bQLFT!"


def test_everything_of_the_old_ends(office: Office) -> None:
    person, now = office.person("handler"), timezone.now()
    _, codes = bound(person, now)
    client = office.client("handler")
    for _ in range(5):
        Client(SERVER_NAME="localhost").post("/office/sign-in/", {"login": person.login, "password": "wrong"})
    password = reset_sign_in(office.actor("security_administrator"), person, now)
    person.refresh_from_db()
    assert not person.check_password(PASSWORD)
    assert person.check_password(password)
    assert person.must_set_password
    assert not has_second_factor(person)
    assert accept(person, codes[0], now) is None
    assert client.get("/office/").status_code == 302
    fresh = Client(SERVER_NAME="localhost")
    form = {"login": person.login, "password": password}
    assert fresh.post("/office/sign-in/", form).status_code == 302, "the pause is lifted, too"
    assert fresh.get("/office/").headers["Location"] == "/office/own/password/"


def test_the_line_holds_no_password(office: Office) -> None:
    password = reset_sign_in(office.actor("security_administrator"), office.person("handler"), timezone.now())
    line = AuditLine.objects.get(act="people.reset_sign_in")
    assert line.subject == str(office.person("handler").pk)
    assert password not in str(line.data)


@pytest.mark.parametrize("role", ["system_administrator", "audit_administrator", "office_head", "handler"])
def test_who_may_not(office: Office, role: str) -> None:
    with pytest.raises(Forbidden):
        reset_sign_in(office.actor(role), office.person("reviewer"), timezone.now())


def test_not_oneself_and_not_elsewhere(office: Office, other_office: Office) -> None:
    actor = office.actor("security_administrator")
    with pytest.raises(ValidationError, match="另一位安全管理员"):
        reset_sign_in(actor, office.person("security_administrator"), timezone.now())
    with pytest.raises(Forbidden):
        reset_sign_in(actor, other_office.person("handler"), timezone.now())
