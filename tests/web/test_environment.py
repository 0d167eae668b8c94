"""Environment variables are read with their type, and a wrong one is told in Chinese at start."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.web import environment as env
from gongkai.web.sealing.keys import ensure_ring, read_ring


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


def test_a_secret_comes_from_the_variable_else_from_the_key_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keys = tmp_path / "keys.toml"
    monkeypatch.delenv("X_TEST", raising=False)
    assert env.secret("X_TEST", keys) != env.secret("X_TEST", keys)
    assert ensure_ring(keys)
    assert env.secret("X_TEST", keys) == read_ring(keys).secret
    monkeypatch.setenv("X_TEST", "short")
    with pytest.raises(env.SettingError, match="32"):
        env.secret("X_TEST", keys)
    monkeypatch.setenv("X_TEST", "s" * 32)
    assert env.secret("X_TEST", keys) == "s" * 32


def test_a_damaged_key_file_is_told_at_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    keys = tmp_path / "keys.toml"
    monkeypatch.delenv("X_TEST", raising=False)
    ensure_ring(keys)
    keys.write_text("secret = 1", encoding="utf-8")
    with pytest.raises(env.SettingError, match="已损坏"):
        env.secret("X_TEST", keys)


def test_choice_text_and_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("X_TEST", raising=False)
    assert env.choice("X_TEST", ("a", "b")) == "a"
    assert env.text("X_TEST", "z") == "z"
    assert env.folder("X_TEST", Path("var")) == Path("var").absolute()
    monkeypatch.setenv("X_TEST", " B ")
    assert env.choice("X_TEST", ("a", "b")) == "b"
    monkeypatch.setenv("X_TEST", "c")
    with pytest.raises(env.SettingError, match="a、b之一"):
        env.choice("X_TEST", ("a", "b"))
