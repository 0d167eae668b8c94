"""Environment variables are read with their type, and a wrong one is told in Chinese at start."""

from __future__ import annotations

import pytest

from gongkai.web import environment as env


def test_defaults_stand_where_nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("X_TEST", raising=False)
    assert env.boolean("X_TEST", True) is True
    assert env.integer("X_TEST", 7, 1, 9) == 7
    assert env.words("X_TEST", ("a", "b")) == ["a", "b"]


@pytest.mark.parametrize(("text", "value"), [("1", True), ("TRUE", True), ("off", False), ("0", False)])
def test_boolean(monkeypatch: pytest.MonkeyPatch, text: str, value: bool) -> None:
    monkeypatch.setenv("X_TEST", text)
    assert env.boolean("X_TEST", not value) is value


@pytest.mark.parametrize("text", ["ja", "2"])
def test_a_boolean_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("X_TEST", text)
    with pytest.raises(env.SettingError, match="请填 1 或 0"):
        env.boolean("X_TEST", False)


@pytest.mark.parametrize("text", ["0", "10", "-3", "四", "１"])
def test_an_integer_out_of_its_bounds_is_refused(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("X_TEST", text)
    with pytest.raises(env.SettingError, match="1 到 9"):
        env.integer("X_TEST", 5, 1, 9)


def test_words_are_parted_at_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("X_TEST", "a.cn, b.cn,")
    assert env.words("X_TEST", ()) == ["a.cn", "b.cn"]


def test_a_short_secret_is_refused_and_a_missing_one_is_random(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("X_TEST", raising=False)
    assert env.secret("X_TEST") != env.secret("X_TEST")
    monkeypatch.setenv("X_TEST", "short")
    with pytest.raises(env.SettingError, match="32"):
        env.secret("X_TEST")
    monkeypatch.setenv("X_TEST", "s" * 32)
    assert env.secret("X_TEST") == "s" * 32
