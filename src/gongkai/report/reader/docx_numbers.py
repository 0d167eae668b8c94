"""Automatic numbering of Word paragraphs, written out: 一、 （一） 1. and their like.

Word keeps the number of a chapter out of its text; print shows it, and readers look for it. Formats
as in ECMA-376 part 1, 17.18.59 (ST_NumberFormat); counters run per abstract list, a deeper level
starts again after a higher one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = W + "val"
_DIGITS = "〇一二三四五六七八九"
_CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "chineseLegalSimplified",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "ideographDigital",
    "koreanDigital",
}
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LEVELS = 9


@dataclass(slots=True)
class Level:
    """One level of a list: first number, format, text with ``%1`` for the number of level 1, linked style."""

    start: int = 1
    fmt: str = "decimal"
    text: str = ""
    style: str | None = None


@dataclass(slots=True)
class Numbering:
    """The lists of a document and the state of their counters."""

    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    abstract_of: dict[str, str] = field(default_factory=dict)
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    counters: dict[str, list[int | None]] = field(default_factory=dict)

    def level_of_style(self, number: str, style: str) -> int:
        """The level of list ``number`` that is linked to ``style``; 0 where none is."""
        levels = self.lists.get(self.abstract_of.get(number, ""), {})
        return next((index for index, level in levels.items() if level.style == style), 0)

    def next_label(self, number: str, index: int) -> str:
        """Count one paragraph of list ``number`` at level ``index`` and give what print shows before it."""
        abstract = self.abstract_of.get(number)
        levels = self.lists.get(abstract or "")
        if abstract is None or not levels or not 0 <= index < _LEVELS:
            return ""
        counts = self.counters.setdefault(abstract, [None] * _LEVELS)
        for restarted, start in self.restarts.pop(number, {}).items():
            if 0 <= restarted < _LEVELS:
                counts[restarted] = start - 1
        before = counts[index]
        counts[index] = levels.get(index, Level()).start if before is None else before + 1
        for deeper in range(index + 1, _LEVELS):
            counts[deeper] = None
        level = levels.get(index, Level())
        if level.fmt in ("bullet", "none"):
            return ""
        return re.sub(r"%(\d)", lambda match: _shown(levels, counts, int(match.group(1)) - 1), level.text)


def _shown(levels: dict[int, Level], counts: list[int | None], index: int) -> str:
    """The counter of one level in its own format."""
    level = levels.get(index, Level())
    count = counts[index] if 0 <= index < _LEVELS else None
    return printed(level.start if count is None else count, level.fmt)


def printed(number: int, fmt: str) -> str:
    """A counter in a number format of Word; unknown formats as plain digits."""
    if fmt in _CHINESE and 0 < number < 100:
        tens, ones = divmod(number, 10)
        head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
        return head + (_DIGITS[ones] if ones else "")
    if fmt == "decimalEnclosedCircle" and 0 < number <= 20:
        return chr(0x245F + number)
    if fmt == "decimalFullWidth":
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    if fmt in ("upperLetter", "lowerLetter") and 0 < number <= 26:
        letter = chr(0x40 + number)
        return letter if fmt == "upperLetter" else letter.lower()
    if fmt in ("upperRoman", "lowerRoman") and 0 < number < 40:
        roman = ""
        for value, sign in _ROMAN:
            while number >= value:
                roman += sign
                number -= value
        return roman if fmt == "upperRoman" else roman.lower()
    return str(number)


def numbering_of(root: Any) -> Numbering:
    """The lists that ``numbering.xml`` declares."""
    numbering = Numbering()
    for abstract in root.iterchildren(W + "abstractNum"):
        levels = {_int(level.get(W + "ilvl"), 0): _level(level) for level in abstract.iterchildren(W + "lvl")}
        numbering.lists[abstract.get(W + "abstractNumId", "")] = levels
    for num in root.iterchildren(W + "num"):
        identity = num.get(W + "numId", "")
        target = num.find(W + "abstractNumId")
        numbering.abstract_of[identity] = "" if target is None else target.get(VAL, "")
        restarts = {}
        for override in num.iterchildren(W + "lvlOverride"):
            start = override.find(W + "startOverride")
            if start is not None:
                restarts[_int(override.get(W + "ilvl"), 0)] = _int(start.get(VAL), 1)
        if restarts:
            numbering.restarts[identity] = restarts
    return numbering


def _level(element: Any) -> Level:
    """One ``w:lvl``."""

    def value(name: str, default: str) -> str:
        child = element.find(W + name)
        return default if child is None else child.get(VAL, default)

    return Level(
        _int(value("start", "1"), 1),
        value("numFmt", "decimal"),
        value("lvlText", ""),
        value("pStyle", "") or None,
    )


def _int(text: str | None, default: int) -> int:
    """A number in an attribute; ``default`` where it is none or absurdly long."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else default
