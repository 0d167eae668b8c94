"""发文字号: the number of a letter by organ, year and series, written and read back by one pattern.

Which serial is free is for the database, which gives them out without gaps; what a number looks like is a
setting of the organ (:data:`PATTERN` unless it has its own).

>>> rule = Rule("临司")
>>> rule.number("告", 2026, 3)
'临司公开告〔2026〕3号'
>>> rule.serial("临司公开告〔2026〕3号", "告", 2026)
3

Source: GB/T 9704-2012, 7.2.5 (year in six-cornered brackets, no leading nought, no 第).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from gongkai.values.errors import NotAllowed

PATTERN = "{prefix}公开{series}〔{year}〕{serial}号"
"""The usual pattern: 机关代字, 公开, the word of the series, year, serial."""
SOURCE = "《党政机关公文格式》（GB/T 9704—2012）7.2.5"
_SLOTS = ("prefix", "series", "year", "serial")
_SLOT = re.compile(r"\{(\w*)\}")


@dataclass(frozen=True, slots=True)
class Rule:
    """How an organ writes its numbers: its characters (机关代字) and a pattern.

    Raises :class:`NotAllowed` with a sentence where the pattern does not do what the norm asks.
    """

    prefix: str
    pattern: str = PATTERN

    def __post_init__(self) -> None:
        """Hold the pattern against the norm."""
        if fault := _fault(self.prefix, self.pattern):
            raise NotAllowed(f"发文字号的格式“{self.pattern}”不能用：{fault}。", SOURCE)

    def number(self, series: str, year: int, serial: int) -> str:
        """The number; ``serial`` counts from 1 within organ, series and year."""
        if serial < 1:
            raise NotAllowed(f"发文顺序号从1编起，现在是{serial}。", SOURCE)
        return self.pattern.format(prefix=self.prefix, series=series, year=year, serial=serial)

    def serial(self, number: str, series: str, year: int) -> int | None:
        """The serial of a number of this series and year; None where it is none of theirs."""
        mark = "\0"
        around = self.pattern.replace("{serial}", mark)
        filled = around.format(prefix=self.prefix, series=series, year=year)
        found = re.fullmatch(re.escape(filled).replace(re.escape(mark), "([1-9][0-9]*)"), number)
        return int(found[1]) if found else None


def _fault(prefix: str, pattern: str) -> str:
    """What is wrong with a pattern, in Chinese; "" where nothing is."""
    names = _SLOT.findall(pattern)
    bare = _SLOT.sub("", pattern)
    if not prefix.strip():
        return "机关代字没有填写，请填写本机关的代字"
    unknown = [f"“{name}”" for name in names if name not in _SLOTS]
    if unknown or "{" in bare or "}" in bare:
        known = "prefix（机关代字）、series（文种字）、year（年份）、serial（顺序号）"
        return f"花括号里只能是{known}，不能是{unknown[0] if unknown else '单独的括号'}"
    for name in ("year", "serial", "series"):
        if names.count(name) != 1:
            return f"应当有一个 {{{name}}}，编号才不会重复"
    if "〔{year}〕" not in pattern:
        return "年份应当写在六角括号里，即〔{year}〕"
    if "第{serial}" in pattern:
        return "顺序号前不加“第”字"
    return ""


def missing(serials: Collection[int]) -> tuple[int, ...]:
    """The serials that are left out between 1 and the largest one given out."""
    return tuple(sorted(set(range(1, max(serials, default=0) + 1)) - set(serials)))
