"""The policy of signing in that this installation follows: 等保 (GB/T 22239-2019) or ASVS 5.0, with its own
figures.

The norm of 等保 asks for complexity, regular change and limits without naming figures; those of
``policies.toml`` marked
RECALLED are defaults of settings, no law.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Policy:
    """Figures of signing in; 0 where the policy asks for nothing.

    ``length`` in characters, ``kinds`` of four (capitals, small letters, digits, others), ``days`` until a
    password must be changed, ``memory`` past passwords that may not come back, ``failures`` until
    ``lock_minutes`` of pause, ``idle_minutes`` and ``session_hours`` until a session ends, ``idle_days``
    until an
    account counts as unused.
    """

    name: str
    length: int
    kinds: int
    days: int
    memory: int
    failures: int
    lock_minutes: int
    idle_minutes: int
    session_hours: int
    idle_days: int

    @property
    def lock(self) -> dt.timedelta:
        """How long signing in pauses."""
        return dt.timedelta(minutes=self.lock_minutes)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is shown: what it is, its value here, whether the installation set it, how it is vouched
    for.
    """

    words: str
    value: int
    own: bool
    mark: str


@cache
def _source() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("gongkai.web.people").joinpath("policies.toml").read_text(encoding="utf-8"))


def figure_names() -> tuple[str, ...]:
    """The names of the figures, in order."""
    return tuple(key for key in _source()["dengbao"] if key != "name")


def figures() -> dict[str, Figure]:
    """Every figure that holds here, by name: the setting's where the installation set one, else the
    policy's.
    """
    source, own = _source()[settings.SIGN_IN_POLICY], settings.SIGN_IN_FIGURES
    return {
        key: Figure(source[key]["words"], own.get(key, source[key]["value"]), key in own, source[key]["mark"])
        for key in figure_names()
    }


def policy() -> Policy:
    """The policy of this installation."""
    values = {key: one.value for key, one in figures().items()}
    return Policy(name=_source()[settings.SIGN_IN_POLICY]["name"], **values)
