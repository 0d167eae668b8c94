"""Keys and passes: one form, one code; a pass opens its own application, for a while."""

from __future__ import annotations

import math
from unittest import mock

from django.core import signing

from gongkai.web.applications.codes import LETTERS, code_hash
from gongkai.web.applying.keys import LASTS, SALT, application_of, code_from, new_key, once, pass_for
from tests.web.applications.lives import filed
from tests.web.offices import Office


def test_a_key_gives_one_code_of_enough_bits() -> None:
    keys = {new_key() for _ in range(200)}
    codes = {code_from(key) for key in keys}
    assert len(keys) == len(codes) == 200
    assert all(code_hash(code) for code in codes)
    key = keys.pop()
    assert code_from(key) == code_from(key)
    assert 24 * 8 > math.log2(len(LETTERS)) * 16 > 64
    assert {letter for code in codes for letter in code} == set(LETTERS) | {"-"}


def test_what_is_kept_tells_neither_key_nor_code() -> None:
    key = new_key()
    assert len(once(key)) == 64
    assert key not in once(key)
    assert code_from(once(key)[:32]) != code_from(key)
    assert once("") == once("short") == once(key + "x") == ""


def test_a_pass_opens_its_own_application(office: Office, other_office: Office) -> None:
    mine, _ = filed(office)
    other, _ = filed(other_office)
    assert application_of(pass_for(mine)) == mine
    assert application_of(pass_for(other)) == other
    crossed = signing.dumps([str(office.organ.pk), str(other.pk)], salt=SALT)
    assert application_of(crossed) is None


def test_a_pass_ends_and_cannot_be_forged(office: Office) -> None:
    mine, _ = filed(office)
    given = pass_for(mine)
    assert application_of(given[:-1]) is None
    assert application_of("") is None
    assert application_of(signing.dumps([str(office.organ.pk), str(mine.pk)], salt="another")) is None
    with mock.patch(
        "django.core.signing.time.time", return_value=signing.time.time() + LASTS.total_seconds() + 5
    ):
        assert application_of(given) is None
