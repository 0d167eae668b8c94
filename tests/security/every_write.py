"""Every write under C05: each act that a test calls fails at every reach into the database.

Run as ``pytest -p tests.security.every_write tests/web``. The tests of the acts already call each of them with
what it needs. As a plugin, this puts :func:`tried` around every public function of the modules ``actions`` and
``periodic``, wherever a test or a page has imported it. What is ``periodic`` does one thing after the other, so
it may have done some of them. An act written later falls under it by having a test. At the end it says how many
acts failed how often.
"""

from __future__ import annotations

import functools
import inspect
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from types import FunctionType, ModuleType
from typing import Any

import pytest

ACTS = re.compile(r"gongkai\.web\.\w+\.(actions\.\w+|periodic)")
CALLERS = re.compile(r"tests\.web\.|gongkai\.web\.\w+\.(views\.|views$)")

CALLS = int(os.environ.get("GONGKAI_BREAKS") or 1)
"""So many calls of each act are tried; the long run (``make security``) tries them all."""

ELSEWHERE = {
    "notices.actions.sending.send_due": "marks, sends and notes each message one by one; see test_breaking.py",
    "attachments.actions.erase.clear_away": "takes away what no row knows, which is not looked at here",
    "applications.actions.forget.forget": "a part of erasing, which brings the transaction",
    "review.actions.doing.do": "a part of every act of a review, which are tried",
    "backlog.actions.bring_in.bring_in": "a transaction a line; its own test breaks off in the middle of one",
    "attachments.actions.erase.erase": "its own tests commit; tried in test_breaking.py",
    "letters.actions.writing.write_version": "a part of drafting and issuing, which bring the transaction",
}
"""Acts that are no single transaction by design, or not tried, each with the reason."""
REMEMBERS = ("test_hand_over.py::test_all_at_once",)
"""Tests whose own stand-in for another app cannot be taken back with a transaction."""

called: Counter[str] = Counter()
broken: Counter[str] = Counter()
"""How many failures each act was given."""
acting: list[str] = []
"""The act that is being tried; those that it calls are part of it."""


def wrapped(act: FunctionType) -> Callable[..., Any]:
    """The act, tried at its outermost call inside the transaction of a test."""
    name = f"{act.__module__.removeprefix('gongkai.web.')}.{act.__name__}"

    @functools.wraps(act)
    def outermost(*given: Any, **named: Any) -> Any:
        from django.db import connection

        from tests.security.breaking import listening, tried  # a plugin is loaded before Django is set up

        test = os.environ.get("PYTEST_CURRENT_TEST", "").split(" ")[0]
        if acting or called[name] >= CALLS or name in ELSEWHERE or test.endswith(REMEMBERS):
            return act(*given, **named)
        if listening or not connection.in_atomic_block:
            return act(*given, **named)
        acting.append(name)
        try:
            done = tried(act, *given, whole=".periodic." not in name, **named)
        finally:
            acting.clear()
        called[name] += bool(done.broke)
        broken[name] += len(done.broke)
        return done.result

    return outermost


def acts_in(module: ModuleType) -> Iterator[tuple[str, FunctionType]]:
    """The names under which a module holds acts."""
    for name, one in vars(module).items():
        if not isinstance(one, FunctionType) or one.__name__.startswith("_"):
            continue
        if not ACTS.fullmatch(one.__module__) or inspect.isgeneratorfunction(one):
            continue
        # What asks for the transaction of its caller is tried with that caller.
        if "in_atomic_block" not in inspect.getsource(one):
            yield name, one


@functools.cache
def once(act: FunctionType) -> Callable[..., Any]:
    """One wrapper an act."""
    return wrapped(act)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Put the wrappers where tests and pages call."""
    for module in [one for name, one in sys.modules.items() if CALLERS.match(name)]:
        for name, act in list(acts_in(module)):
            setattr(module, name, once(act))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say what was tried."""
    hurt = [name for name, count in broken.items() if count]
    terminalreporter.write_line(
        f"CHECK C05 {len(hurt)} acts failed at {sum(broken.values())} reaches: {' '.join(hurt)}"
    )
