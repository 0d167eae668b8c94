"""The second factor: a code is good once, in its half minute and the ones beside it; recovery codes are good once."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from gongkai.web.audit.models import AuditLine
from gongkai.web.limits.trying import TooMany
from gongkai.web.people.actions.second_factor import (
    accept,
    address_for_app,
    begin,
    codes_left,
    confirm,
    renew_codes,
)
from gongkai.web.people.models import RecoveryCode, SecondFactor
from gongkai.web.rights.actor import Forbidden
from tests.web.offices import Office
from tests.web.people.codes import bound, code_at

NOW = dt.datetime(2026, 3, 2, 1, 0, tzinfo=dt.UTC)
STEP = dt.timedelta(seconds=30)


def test_the_first_code_confirms_and_gives_ten_recovery_codes(office: Office) -> None:
    person = office.person("handler")
    row, codes = bound(person, NOW)
    assert row.confirmed_at == NOW
    assert len(set(codes)) == 10
    assert all(len(code.replace("-", "")) == 16 for code in codes)
    assert codes_left(person) == 10


def test_neither_secret_nor_recovery_codes_stand_in_the_database(office: Office) -> None:
    row, codes = bound(office.person("handler"), NOW)
    secret = row.opened("secret")
    with connection.cursor() as cursor:
        cursor.execute("SELECT secret FROM people_secondfactor")
        assert secret not in cursor.fetchone()[0]
    kept = " ".join(RecoveryCode.objects.values_list("hash", flat=True))
    assert not any(code in kept or code.replace("-", "") in kept for code in codes)
    assert secret not in str(list(AuditLine.objects.values_list("data", flat=True)))


def test_a_code_is_good_once(office: Office) -> None:
    person = office.person("handler")
    row, _ = bound(person, NOW)
    later = NOW + 4 * STEP
    assert accept(person, code_at(row, later), later) == "动态口令"
    assert accept(person, code_at(row, later), later) is None
    assert accept(person, code_at(row, later), later + STEP) is None, "nor in the next half minute"


def test_an_older_code_than_the_last_used_is_refused(office: Office) -> None:
    person = office.person("handler")
    row, _ = bound(person, NOW)
    later = NOW + 4 * STEP
    assert accept(person, code_at(row, later), later)
    assert accept(person, code_at(row, later - STEP), later) is None


def test_the_code_that_confirmed_does_not_sign_in(office: Office) -> None:
    person = office.person("handler")
    row, _ = bound(person, NOW)
    assert accept(person, code_at(row, NOW), NOW) is None


@pytest.mark.parametrize(("steps", "taken"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_only_the_codes_of_now_and_beside_it(office: Office, steps: int, taken: bool) -> None:
    person = office.person("handler")
    row, _ = bound(person, NOW - 20 * STEP)
    assert bool(accept(person, code_at(row, NOW + steps * STEP), NOW)) is taken


@pytest.mark.parametrize("code", ["", "12345", "1234567", "abcdef", "１２３４５６", "000000 or 1=1"])
def test_what_is_no_code_is_refused(office: Office, code: str) -> None:
    person = office.person("handler")
    bound(person, NOW)
    assert accept(person, code, NOW + STEP * 9) is None


def test_a_recovery_code_is_good_once_however_it_is_written(office: Office) -> None:
    person = office.person("handler")
    _, codes = bound(person, NOW)
    assert accept(person, codes[0].upper().replace("-", " "), NOW) == "恢复码"
    assert accept(person, codes[0], NOW) is None
    assert codes_left(person) == 9


def test_new_recovery_codes_end_the_old(office: Office) -> None:
    person = office.person("handler")
    _, old = bound(person, NOW)
    new = renew_codes(office.actor("handler"), person, NOW)
    assert accept(person, old[0], NOW) is None
    assert accept(person, new[0], NOW) == "恢复码"


def test_somebody_elses_codes_do_not_pass(office: Office) -> None:
    other, codes = bound(office.person("reviewer"), NOW)
    person = office.person("handler")
    bound(person, NOW)
    later = NOW + 4 * STEP
    assert accept(person, code_at(other, later), later) is None
    assert accept(person, codes[0], later) is None


def test_binding_anew_keeps_the_old_until_the_new_is_confirmed(office: Office) -> None:
    person, actor = office.person("handler"), office.actor("handler")
    old, _ = bound(person, NOW)
    new = begin(actor, person, NOW)
    later = NOW + 4 * STEP
    assert accept(person, code_at(new, later), later) is None
    assert accept(person, code_at(old, later), later)
    confirm(actor, new, code_at(new, later), later)
    much_later = later + 4 * STEP
    assert accept(person, code_at(old, much_later), much_later) is None
    assert SecondFactor.objects.confirmed().filter(person=person).count() == 1


def test_a_wrong_first_code_confirms_nothing_and_six_are_too_many(office: Office) -> None:
    person, actor = office.person("handler"), office.actor("handler")
    row = begin(actor, person, NOW)
    wrong = f"{(int(code_at(row, NOW)) + 1) % 1_000_000:06d}"
    for _ in range(5):
        with pytest.raises(ValidationError):
            confirm(actor, row, wrong, NOW)
    with pytest.raises(TooMany):
        confirm(actor, row, code_at(row, NOW), NOW)
    assert not SecondFactor.objects.confirmed().exists()


def test_nobody_binds_for_another(office: Office) -> None:
    with pytest.raises(Forbidden):
        begin(office.actor("security_administrator"), office.person("handler"), NOW)
    with pytest.raises(Forbidden):
        renew_codes(office.actor("security_administrator"), office.person("handler"), NOW)


def test_the_address_for_the_app_holds_what_rfc_6238_needs(office: Office) -> None:
    person = office.person("handler")
    row = begin(office.actor("handler"), person, NOW)
    address = address_for_app(row, "政府信息公开")
    assert address.startswith("otpauth://totp/%E6%94%BF")
    assert f"secret={row.opened('secret')}" in address
    assert address.isascii()
