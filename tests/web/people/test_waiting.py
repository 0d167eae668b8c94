"""Between the two factors: nobody is signed in, and it does not last."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib.sessions.backends.db import SessionStore
from django.test import RequestFactory
from django.utils import timezone

from gongkai.web.people.waiting import CODE, PATIENCE, after_first, waiting
from tests.web.offices import Office
from tests.web.people.codes import bound


def asked() -> Any:
    request: Any = RequestFactory().post("/office/sign-in/")
    request.session = SessionStore()
    return request


def test_without_a_second_factor_straight_on(office: Office) -> None:
    request = asked()
    answer = after_first(request, office.person("handler"), "口令", "/office/own/", timezone.now())
    assert answer.headers["Location"] == "/office/own/"
    assert waiting(request, timezone.now()) is None


def test_with_one_nobody_is_in_yet(office: Office) -> None:
    person, now = office.person("handler"), timezone.now()
    bound(person, now)
    request = asked()
    assert after_first(request, person, "口令", "/office/own/", now).headers["Location"] == CODE
    assert "_auth_user_id" not in request.session
    assert waiting(request, now) == (person, "口令", "/office/own/", False)
    assert waiting(request, now + PATIENCE) is not None
    assert waiting(request, now + PATIENCE + dt.timedelta(seconds=1)) is None
