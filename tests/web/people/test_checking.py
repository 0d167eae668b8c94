"""Checking what somebody shows: counted, forgotten when right, told."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.test import RequestFactory
from django.utils import timezone

from gongkai.web.audit.models import AuditLine
from gongkai.web.limits.trying import TooMany
from gongkai.web.people.checking import check_present, passes_second
from tests.web.offices import PASSWORD, Office
from tests.web.people.codes import bound


def test_the_right_password_forgets_the_wrong_ones(office: Office) -> None:
    person, now = office.person("handler"), timezone.now()
    for _ in range(3):
        for _ in range(4):
            with pytest.raises(ValidationError):
                check_present(person, "wrong", now)
        check_present(person, PASSWORD, now)
    for _ in range(5):
        with pytest.raises(ValidationError):
            check_present(person, "wrong", now)
    with pytest.raises(TooMany):
        check_present(person, PASSWORD, now)


def test_the_right_code_forgets_the_wrong_ones(office: Office) -> None:
    person, now = office.person("handler"), timezone.now()
    _, codes = bound(person, now)
    request = RequestFactory().post("/office/sign-in/code/")
    for round_ in range(3):
        assert [passes_second(request, person, "000000", now) for _ in range(4)] == [None] * 4
        assert passes_second(request, person, codes[round_], now) == "恢复码"
    lines = AuditLine.objects.filter(act="people.second_factor_failed")
    assert [line.data["left"] for line in lines][:4] == [4, 3, 2, 1]
    assert "000000" not in str(list(lines.values()))
