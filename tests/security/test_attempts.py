"""Security check C42: thousands of guesses, of passwords and of codes, from one place and from many, get nobody in.

``GONGKAI_TRIES`` says how many of each (10,000 in ``make security``).
"""

from __future__ import annotations

import datetime as dt
import os
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gongkai.web.audit.models import AuditLine
from tests.web.offices import PASSWORD, Office
from tests.web.people.codes import bound

TRIES = int(os.environ.get("GONGKAI_TRIES") or 150)
PAGE = "/office/sign-in/"
GUESSED = (400, 429)


def attempt(login: str, password: str, number: int, places: int) -> int:
    """One guess from one of so many addresses."""
    place = number % places
    client = Client(
        SERVER_NAME="localhost", REMOTE_ADDR=f"10.{place >> 16 & 255}.{place >> 8 & 255}.{place & 255}"
    )
    return client.post(PAGE, {"login": login, "password": password}).status_code


@pytest.mark.parametrize("places", [1, min(50, TRIES // 15)])
def test_guesses_of_one_password(office: Office, places: int) -> None:
    person = office.person("handler")
    answers = [attempt(person.login, f"guess-{number}", number, places) for number in range(TRIES)]
    assert set(answers) <= set(GUESSED)
    assert answers.count(400) <= 5 * places, "five tries per account and address, then a pause"
    assert AuditLine.objects.filter(subject=str(person.pk), act="people.locked").count() >= 1
    assert attempt(person.login, PASSWORD, 77 + 256, 1000) == 302, "nobody can shut the owner out elsewhere"


def test_one_password_for_many_names(office: Office) -> None:
    """Credential stuffing: the network address pauses as a whole."""
    answers = [attempt(f"nobody.{number}", "Spring-2026", number, 1) for number in range(TRIES)]
    assert set(answers) <= set(GUESSED)
    assert answers.count(400) <= 100
    assert answers[-1] == 429


def test_codes_when_the_password_is_known(office: Office) -> None:
    person = office.person("handler")
    bound(person, timezone.now() - dt.timedelta(minutes=10))
    answers: list[Any] = []
    client = Client(SERVER_NAME="localhost", REMOTE_ADDR="10.9.9.9")
    for number in range(TRIES):
        client.post(PAGE, {"login": person.login, "password": PASSWORD})
        answers.append(
            client.post("/office/sign-in/code/", {"code": f"{number % 1_000_000:06d}"}).status_code
        )
    assert answers.count(400) <= 5
    assert set(answers[5:]) == {429}


def test_control_the_right_words_do_get_in(office: Office) -> None:
    assert attempt(office.person("handler").login, PASSWORD, 0, 1) == 302
