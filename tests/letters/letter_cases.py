"""The invented cases of ``cases.toml``, filled."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from gongkai.letters.filling import fill
from gongkai.letters.paper import Paper

DAY = dt.date(2026, 3, 25)
"""The date of every letter of the cases."""


@dataclass(frozen=True)
class Case:
    """A case: its document, its facts, what the letter must say and what it must not."""

    id: str
    number: int
    facts: dict[str, Any]
    says: tuple[str, ...]
    hides: tuple[str, ...]

    def paper(self, **other: Any) -> Paper:
        """The letter, with other facts in place of its own."""
        return fill(self.id, {**self.facts, **other}, DAY)

    def __str__(self) -> str:
        return f"{self.id}-{self.number}"


@cache
def cases() -> tuple[Case, ...]:
    """Every case."""
    data = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))
    return tuple(
        Case(
            one["id"],
            number,
            data["base"] | one["facts"],
            tuple(one["says"]),
            tuple(one.get("hides", ())),
        )
        for number, one in enumerate(data["case"], 1)
    )


def case(id: str, nth: int = 0) -> Case:
    """The ``nth`` case of a document, from 0."""
    return [one for one in cases() if one.id == id][nth]
