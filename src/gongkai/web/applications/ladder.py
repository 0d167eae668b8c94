"""The ladder of reminders, read from ``ladder.toml``: which step so many days left have reached.

>>> reached(4).days, reached(0).days, reached(-3).days
(5, 0, -1)
>>> reached(6) is None
True
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

HANDLER = "handler"


@dataclass(frozen=True, slots=True)
class Step:
    """So many working days before the last day (below 0: after it), these are told."""

    days: int
    to: tuple[str, ...]

    @property
    def overdue(self) -> bool:
        """Whether the last day is over."""
        return self.days < 0


@cache
def steps() -> tuple[Step, ...]:
    """Every step, the nearest to the end last."""
    text = files("gongkai.web.applications").joinpath("ladder.toml").read_text(encoding="utf-8")
    read = (Step(one["days"], tuple(one["to"])) for one in tomllib.loads(text)["step"])
    return tuple(sorted(read, key=lambda step: -step.days))


def reached(left: int) -> Step | None:
    """The last step that so many working days left have reached; None before the first.

    A day on which nothing ran is made up for: the step that holds now is taken, not those before.
    """
    found = [step for step in steps() if left <= step.days]
    return found[-1] if found else None
