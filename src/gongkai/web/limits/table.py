"""The limits as data.

>>> limit("second_factor").count
5
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times (``count``) in so many ``seconds``, counted per ``address``, per ``person``, or for the
    whole ``installation``.
    """

    key: str
    words: str
    per: str
    count: int
    seconds: int


@cache
def limits() -> dict[str, Limit]:
    """Every limit by its key."""
    data = tomllib.loads(files("gongkai.web.limits").joinpath("limits.toml").read_text(encoding="utf-8"))
    return {one["key"]: Limit(**one) for one in data["limit"]}


def limit(key: str) -> Limit:
    """The limit of that key; raises ``KeyError`` for one that there is not."""
    return limits()[key]
