"""Failed sign-ins: counted per account and address, told without the typed name, lifted by a reset."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.utils import timezone

from gongkai.web.audit.models import AuditLine
from gongkai.web.people.lockout import account_locked, locked_now, mark_of, unlock
from tests.web.offices import PASSWORD, Office

PAGE = "/office/sign-in/"


def attempt(login: str, password: str, address: str = "10.0.0.1") -> int:
    client = Client(SERVER_NAME="localhost", REMOTE_ADDR=address)
    return client.post(PAGE, {"login": login, "password": password}).status_code


def test_the_typed_name_stands_nowhere(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    """Somebody may have typed his password into the wrong field."""
    typed = "my-secret-word-2026"
    with caplog.at_level("DEBUG"):
        assert attempt(typed, "x") == 400
        assert attempt(office.person("handler").login, typed) == 400
    rows = str(list(AccessAttempt.objects.values())) + str(list(AuditLine.objects.values()))
    assert AccessAttempt.objects.count() == 2
    assert typed not in rows
    assert office.person("handler").login not in rows
    assert typed not in caplog.text
    assert mark_of(typed) in rows


def test_each_failure_and_the_lock_leave_a_line_in_the_right_chain(office: Office) -> None:
    person = office.person("handler")
    for _ in range(7):
        attempt(person.login, "wrong")
    acts = list(
        AuditLine.objects.filter(chain=office.organ.code, subject=str(person.pk)).values_list(
            "act", flat=True
        )
    )
    assert acts.count("people.sign_in_failed") == 5, "what is tried during the pause leaves no line"
    assert acts.count("people.locked") == 1
    attempt("nobody.at-all", "wrong")
    assert AuditLine.objects.get(chain="system").act == "people.sign_in_failed"


def test_the_administrators_are_told_once(office: Office) -> None:
    told: list[Any] = []

    def listen(person: Any, address: str, **_: Any) -> None:
        told.append((person, address))

    account_locked.connect(listen, weak=False, dispatch_uid="test")
    try:
        for _ in range(8):
            attempt(office.person("handler").login, "wrong", "10.0.0.7")
        for _ in range(8):
            attempt("nobody.at-all", "wrong", "10.0.0.7")
    finally:
        account_locked.disconnect(dispatch_uid="test")
    assert told == [(office.person("handler"), "10.0.0.7")]


def test_the_pause_ends_by_itself(office: Office) -> None:
    login = office.person("handler").login
    for _ in range(5):
        attempt(login, "wrong")
    assert attempt(login, PASSWORD) == 429
    AccessAttempt.objects.update(attempt_time=timezone.now() - dt.timedelta(minutes=29))
    assert attempt(login, PASSWORD) == 429
    AccessAttempt.objects.update(attempt_time=timezone.now() - dt.timedelta(minutes=31))
    assert attempt(login, PASSWORD) == 302


@pytest.mark.parametrize(
    ("policy", "own", "failures"), [("dengbao", {}, 5), ("asvs", {}, 5), ("dengbao", {"failures": 3}, 3)]
)
def test_the_figures_are_those_of_the_policy(
    office: Office, settings: Any, policy: str, own: dict[str, int], failures: int
) -> None:
    settings.SIGN_IN_POLICY, settings.SIGN_IN_FIGURES = policy, own
    codes = [attempt(office.person("handler").login, "wrong") for _ in range(failures + 1)]
    assert codes[: failures - 1] == [400] * (failures - 1)
    assert codes[-1] == 429


def test_who_is_paused_is_shown_and_lifted(office: Office) -> None:
    person, other = office.person("handler"), office.person("reviewer")
    for _ in range(5):
        attempt(person.login, "wrong")
    attempt(other.login, "wrong")
    locked = locked_now([person, other], timezone.now())
    assert set(locked) == {person.login}
    assert locked_now([person], timezone.now() + dt.timedelta(minutes=31)) == {}
    unlock(person)
    assert locked_now([person, other], timezone.now()) == {}
    assert attempt(person.login, PASSWORD) == 302


def test_ten_thousand_names_from_one_address_come_to_an_end(office: Office) -> None:
    """Security check C42: spraying many names from one place is cut off per address, and only there."""
    codes = [attempt(f"name{number}.x", "wrong", "10.6.6.6") for number in range(101)]
    assert set(codes[:100]) == {400}
    assert codes[100] == 429
    assert attempt(office.person("handler").login, PASSWORD, "10.6.6.6") == 429
    assert attempt(office.person("handler").login, PASSWORD, "10.0.0.1") == 302


def test_a_right_sign_in_forgets_the_failures_before(office: Office) -> None:
    login = office.person("handler").login
    for _ in range(3):
        for _ in range(4):
            assert attempt(login, "wrong") == 400
        assert attempt(login, PASSWORD) == 302
