"""What a password must be like, by either policy."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from gongkai.web.people.actions.accounts import set_own_password
from gongkai.web.people.passwords import MOST, PasswordPolicy, kinds_of
from tests.web.offices import PASSWORD, Office

NOW = dt.datetime(2026, 3, 2, 1, 0, tzinfo=dt.UTC)


def faults(password: str, person: Any = None) -> str:
    try:
        validate_password(password, person)
    except ValidationError as problem:
        return " ".join(problem.messages)
    return ""


@pytest.mark.parametrize(
    ("password", "dengbao", "asvs"),
    [
        ("Cang-2026x", "", "至少需要12个"),
        ("Cang-2026", "至少需要10个", "至少需要12个"),
        ("correct horse battery", "至少3种", ""),
        ("四个很长的中文词语作口令", "至少3种", ""),
        ("aB3$", "至少需要10个", "至少需要12个"),
        ("password123!", "", ""),
        ("1234567890", "常见口令清单", "常见口令清单"),
        ("x" * (MOST + 1), "超过128个字符", "超过128个字符"),
    ],
)
def test_both_policies(settings: Any, password: str, dengbao: str, asvs: str) -> None:
    settings.SIGN_IN_FIGURES = {}
    for settings.SIGN_IN_POLICY, words in (("dengbao", dengbao), ("asvs", asvs)):
        said = faults(password)
        assert words in said
        assert bool(said) == bool(words)


def test_every_fault_at_once(settings: Any) -> None:
    settings.SIGN_IN_POLICY, settings.SIGN_IN_FIGURES = "dengbao", {}
    said = faults("123456")
    assert "至少需要10个" in said
    assert "至少3种" in said
    assert "常见口令清单" in said


def test_neither_login_nor_name(office: Office) -> None:
    person = office.person("handler")
    assert "登录名或者姓名" in faults(f"{person.login.upper()}-Aa1", person)
    assert "登录名或者姓名" in faults(f"Aa1-{person.name}-Aa1-xxxx", person)


def test_no_password_twice(office: Office, settings: Any) -> None:
    settings.SIGN_IN_POLICY, settings.SIGN_IN_FIGURES = "dengbao", {"memory": 2}
    person, actor = office.person("handler"), office.actor("handler")
    assert "现在的口令相同" in faults(PASSWORD, person)
    for number in range(2):
        set_own_password(actor, person, f"Changed-No-{number}", NOW + dt.timedelta(number))
    assert "以往口令相同" in faults(PASSWORD, person)
    set_own_password(actor, person, "Changed-No-9", NOW + dt.timedelta(9))
    assert faults(PASSWORD, person) == "", "two are remembered, this is the third back"


def test_asvs_remembers_only_the_present(office: Office, settings: Any) -> None:
    settings.SIGN_IN_POLICY, settings.SIGN_IN_FIGURES = "asvs", {}
    person, actor = office.person("handler"), office.actor("handler")
    set_own_password(actor, person, "another long one here", NOW)
    assert faults(PASSWORD, person) == ""
    assert "现在的口令相同" in faults("another long one here", person)


def test_the_rules_in_words(settings: Any) -> None:
    settings.SIGN_IN_FIGURES = {}
    settings.SIGN_IN_POLICY = "dengbao"
    assert "每90天更换一次" in PasswordPolicy().get_help_text()
    settings.SIGN_IN_POLICY = "asvs"
    assert "更换一次" not in PasswordPolicy().get_help_text()
    assert "种" not in PasswordPolicy().get_help_text()


@given(st.text(max_size=40))
def test_kinds_are_counted_of_four(text: str) -> None:
    assert 0 <= kinds_of(text) <= 4
    assert kinds_of(text + "aA1-") == 4
    assert bool(kinds_of(text)) == bool(text)
