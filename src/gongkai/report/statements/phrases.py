"""The wordings of :file:`phrases.toml`, compiled once. Raises ``re.error`` at import where the data is
malformed.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

_DATA: Final[dict[str, Any]] = tomllib.loads(
    files("gongkai.report.statements").joinpath("phrases.toml").read_text(encoding="utf-8")
)

TRADITIONAL: Final = {
    ord(old): new for old, new in zip(_DATA["traditional"], _DATA["simplified"], strict=True) if old != new
}
"""Traditional characters of the vocabulary to simplified ones, one for one."""

PASSED: Final = " | ".join(_DATA["numbers"]["passed"])
"""What has digits and is no figure, as one alternation in verbose notation."""
HEADS: Final = re.compile(_DATA["numbers"]["heads"])
HEADED: Final = re.compile(" | ".join(_DATA["numbers"]["headed"]), re.VERBOSE)
EMPTY: Final = re.compile(_DATA["empty"])
TOPIC: Final = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _DATA["topic"].items()))
PERIOD: Final = {name: re.compile(pattern) for name, pattern in _DATA["period"].items()}
SCOPE: Final = {name: re.compile(pattern) for name, pattern in _DATA["scope"].items()}
ORGAN: Final = {name: re.compile(pattern) for name, pattern in _DATA["organ"].items()}
LIST: Final = {name: re.compile(pattern) for name, pattern in _DATA["list"].items()}
LINK: Final = {name: re.compile(pattern) for name, pattern in _DATA["link"].items()}
DONE: Final = {name: re.compile(pattern) for name, pattern in _DATA["done"].items()}
ZERO_REMEDIES: Final = {name: re.compile(pattern) for name, pattern in _DATA["zero_remedies"].items()}
FILLERS: Final[tuple[str, ...]] = tuple(_DATA["fillers"])


@dataclass(frozen=True, slots=True)
class ZeroRule:
    """A wording that says none of ``subject``: its pattern, what must not stand in it, what the sentence
    must hold.
    """

    subject: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str]
    link: re.Pattern[str] | None


ZERO: Final = tuple(
    ZeroRule(
        rule["subject"],
        re.compile(rule["pattern"]),
        re.compile(rule["unless"]),
        re.compile(rule["link"]) if "link" in rule else None,
    )
    for rule in _DATA["zero"]
)


def stripped(near: str) -> str:
    """The words before a number without the fillers that join them to it (共, 为, 数量 …)."""
    while near.endswith(FILLERS):
        near = near[: -next(len(word) for word in FILLERS if near.endswith(word))]
    return near
