"""The roles of an office, read from ``roles.toml``.

The three administrators exclude each other and every other role (三员分立, GB/T 22239-2019 访问控制): who
sets up accounts does not
grant roles, who grants them does not audit, and none of them handles a case.

>>> role("handler").name
'承办员'
>>> conflict({"system_administrator"}, "audit_administrator")
'“系统管理员”与“审计管理员”不能由同一人担任'
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Role:
    """A role: its key, its Chinese name, what it is for, its rights, whether it is one of the three
    administrators.
    """

    key: str
    name: str
    duty: str
    rights: frozenset[str]
    administrator: bool


@cache
def _source() -> dict[str, Any]:
    return tomllib.loads(files("gongkai.web.rights").joinpath("roles.toml").read_text(encoding="utf-8"))


def everybody() -> frozenset[str]:
    """The rights of everybody who signs in, whatever the roles."""
    return frozenset(_source()["everybody"])


@cache
def roles() -> dict[str, Role]:
    """Every role, in the order in which a list shows them."""
    return {
        one["key"]: Role(
            one["key"],
            one["name"],
            one["duty"],
            frozenset(one["rights"]) | everybody(),
            one.get("administrator", False),
        )
        for one in _source()["role"]
    }


def role(key: str) -> Role:
    """The role of that key; raises ``KeyError`` for one that there is not."""
    return roles()[key]


def all_rights() -> frozenset[str]:
    """Every right that some role has."""
    return everybody().union(*(one.rights for one in roles().values()))


def rights_of(keys: Iterable[str]) -> frozenset[str]:
    """The rights of somebody who holds these roles."""
    return everybody().union(*(role(key).rights for key in keys))


def conflict(held: Iterable[str], wanted: str) -> str | None:
    """Why a role cannot be added to those held; None where it can."""
    new = role(wanted)
    for key in held:
        old = role(key)
        if key != wanted and (old.administrator or new.administrator):
            return f"“{old.name}”与“{new.name}”不能由同一人担任"
    return None
