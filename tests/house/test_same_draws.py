"""Every run of the tests draws the same examples, whatever else was loaded before."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.internal import constants_ast
from hypothesis.internal.conjecture import providers

from tests.conftest import SEARCHING

pytestmark = pytest.mark.skipif(SEARCHING, reason="GONGKAI_RANDOM=1 asks for other examples each time")


def drawn(how: settings) -> list[str]:
    """What a property over texts is given."""
    seen: list[str] = []

    @how
    @given(st.text(max_size=80))
    def once(text: str) -> None:
        seen.append(text)

    once()
    return seen


@pytest.fixture
def one_module_more(tmp_path: Path) -> Iterator[None]:
    """A module with many constants of its own, loaded for this test."""
    path = tmp_path / "verses.py"
    path.write_text("LINES = " + repr([f"第{n}句" for n in range(500)]), encoding="utf-8")
    spec = importlib.util.spec_from_file_location("verses", path)
    assert spec
    assert spec.loader
    sys.modules["verses"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules["verses"])
    yield
    del sys.modules["verses"]


def test_the_same_each_time() -> None:
    assert settings.default is not None
    assert settings.default.derandomize
    assert drawn(settings()) == drawn(settings())
    assert drawn(settings(max_examples=30)) == drawn(settings(max_examples=30))


def test_the_same_with_more_modules(request: pytest.FixtureRequest) -> None:
    before = drawn(settings())
    request.getfixturevalue("one_module_more")
    assert drawn(settings()) == before


def test_control_a_search_draws_others() -> None:
    assert drawn(settings(derandomize=False)) != drawn(settings(derandomize=False))


def test_control_constants_of_modules_are_noticed(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """With what Hypothesis does by itself, a further module changes what is drawn."""
    before = drawn(settings())
    monkeypatch.setattr(providers, "is_local_module_file", constants_ast.is_local_module_file)
    monkeypatch.setattr(providers, "_local_constants", providers.Constants())
    monkeypatch.setattr(providers, "_sys_modules_len", None)
    monkeypatch.setattr(providers, "_seen_modules", set())
    monkeypatch.setattr(providers, "CONSTANTS_CACHE", type(providers.CONSTANTS_CACHE)(1024))
    request.getfixturevalue("one_module_more")
    assert drawn(settings()) != before
