"""Characters and numbers as print has them, made comparable.

``fold`` drops what does not tell labels apart (spaces, punctuation, width); ``value`` says what a cell holds:
blank, an integer, a decimal amount, or a text that stays as printed. Blank, ``0`` and ``/`` stay apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from gongkai.report.printed import NOT_PRINTED, UNSETTLED

_PUNCTUATION = "，。、；：！？（）《》〈〉【】〔〕［］“”‘’「」『』—－–‐-·…．,.;:!?()<>[]{}\"'`~～*#_|/\\＂＇"
_SPACES = " \t\r\n\f\v\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\ufffc"
_WIDE = {0xFF01 + i: 0x21 + i for i in range(94)}

_MEMORY = 8192
"""Cells and labels repeat from report to report; so many are remembered."""

_CLEAN: dict[int, int | str | None] = {**_WIDE, **dict.fromkeys(map(ord, _INVISIBLE))}
_CLEAN.update(dict.fromkeys(map(ord, _SPACES), " "))
FOLD: dict[int, int | None] = {
    **_WIDE,
    **dict.fromkeys(map(ord, _PUNCTUATION + _SPACES + _INVISIBLE)),
}
# 全角标点 must fold to nothing like their narrow twins, not to the twin itself
FOLD.update(dict.fromkeys(w for w, n in _WIDE.items() if chr(n) in _PUNCTUATION))


@lru_cache(maxsize=_MEMORY)
def fold(text: str) -> str:
    """Only what tells labels apart: no spaces, no punctuation, narrow digits and letters."""
    return text.translate(FOLD)


def clean(text: str) -> str:
    """Narrow digits and punctuation, invisible characters dropped, any run of blank space one space."""
    return " ".join(text.translate(_CLEAN).split())


_ENUMERATOR = re.compile(
    r"^\s*(?:[(（]?\s*[一二三四五六七八九十]{1,3}\s*[)）]\s*[、.．]?"
    r"|[一二三四五六七八九十]{1,3}\s*[、.．]|\d{1,2}\s*[.．、)）](?!\d)|[(（]\s*\d{1,2}\s*[)）])\s*"
)


def without_enumerator(text: str) -> str:
    """A label without its leading 一、（一） 1. or the like."""
    return _ENUMERATOR.sub("", text, count=1)


_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_UNITS = "件|笔|项|条|个|宗|次|份|起|例|家|万元|亿元|元|%"
_COUNT = re.compile(rf"(?P<n>[+-]?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?) ?(?P<u>{_UNITS})?")
_MARKS = frozenset(
    {
        "/",
        "\\",
        "-",
        "--",
        "---",
        "—",
        "——",
        "–",
        "无",
        "无。",
        "空",
        "*",
        "×",
        "N/A",
        "n/a",
        "NA",
        NOT_PRINTED,
        UNSETTLED,
    }
)
_NOTED = re.compile(rf"[+-]?\d[\d,. ]*(?:{_UNITS})? ?[(（].*[)）]")
_SEVERAL = re.compile(r"[+-]?[\d.,]+(?:(?: [+-]?|[+-])[\d.,]+)+")
_WRAPPED = re.compile(r"(?<=[\d.,+\-－−]) ?\n ?(?=[\d.,])")
_MINUS = str.maketrans({"−": "-", "－": "-", "﹣": "-", "–": "-", "＋": "+"})


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell holds: ``number`` (with the ``unit`` that print has), else ``text`` as printed."""

    text: str
    number: Decimal | None = None
    unit: str | None = None

    @property
    def blank(self) -> bool:
        """True for a cell that is printed with nothing in it."""
        return not self.text

    @property
    def count(self) -> int | None:
        """The number as an integer, None where it is none."""
        if self.number is None or self.number != self.number.to_integral_value():
            return None
        return int(self.number)


@lru_cache(maxsize=_MEMORY)
def value(printed: str) -> Value | None:
    """What a cell holds, or None where the text is no value at all (a label, a sentence).

    Digits broken by a line inside one cell are one number; separators of thousands are dropped.
    """
    if printed.isdigit() and printed.isascii():
        return Value(printed, Decimal(printed))
    text = clean(printed).translate(_MINUS)
    if not text:
        return Value("")
    if text in _MARKS:
        return Value(text)
    joined = _WRAPPED.sub("", printed) if "\n" in printed else printed
    text = clean(joined).translate(_MINUS)
    match = _COUNT.fullmatch(text)
    if match:
        return Value(text, Decimal(match["n"].replace(",", "")), match["u"])
    if _SEVERAL.fullmatch(text):
        return Value(text)
    if _NOTED.fullmatch(text):
        return Value("".join(printed.split()))
    return None


def is_value(printed: str) -> bool:
    """True where the text is a value of a table: a number, a mark such as "/", or blank."""
    return value(printed) is not None
