"""Numbers in Chinese prose: every printed form, its value, unit and bound, and what is no figure at all.

Works on the text of :mod:`gongkai.report.statements.plain`. ``59万余人次`` is at least 590000 人次;
``3.3万`` is 33000, told to a thousand; ``百分之三`` is 3 %. Dates, numbers of documents and clauses,
telephone numbers, post codes, list numbers and periods (5个工作日) are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from gongkai.report.statements.phrases import HEADED, HEADS, PASSED
from gongkai.report.statements.units import COUNTS, LOOSE, MONEY, PERCENT, alternatives

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_SCALES = {
    "": 1,
    "百": 100,
    "千": 1000,
    "万": 10_000,
    "十万": 100_000,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
}

_ARABIC = r"(?P<arabic>\d{1,3}(?:[,，]\d{3})+(?![\d])|\d+(?:\.\d+)?)"
_CHINESE = r"(?P<chinese>[零一二两三四五六七八九十百千]{1,12}(?:万|亿)?(?=(?:余|多)?(?:UNITS)))"
_AFTER = (
    r"(?P<more>余|多)?(?P<scale>百万|千万|十万|亿|万|千|百(?!分))?(?P<most>余|多)?"
    r"(?:个)?(?P<unit>MONEY|UNITS|%|个百分点)?(?P<post>以上|左右|上下|余|多)?"
)
_FIGURE = re.compile(
    rf"(?P<passed>{PASSED})|百分之(?P<share>[零一二两三四五六七八九十百]+(?:点[零一二三四五六七八九]+)?)"
    + "|(?:"
    + _ARABIC
    + "|"
    + _CHINESE.replace("UNITS", alternatives((*MONEY, *COUNTS)))
    + ")"
    + _AFTER.replace("MONEY", alternatives(MONEY)).replace("UNITS", alternatives(COUNTS)),
    re.VERBOSE,
)
_ABOUT = ("大约", "将近", "接近", "约为", "约", "近")
_LEAST = ("不少于", "不低于", "至少", "超过", "突破", "逾", "超", "多达")
_ORDINAL = "第每各逐某同另这那首任一千万百几数上下头半又"
_SOME = re.compile("[一二两三四五六七八九]{2}")
_START = re.compile(r"[\d零一二两三四五六七八九十百千]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the text: ``[start, end)`` with bound words and unit, value, unit, bound, and its step.

    ``step`` is the worth of its last printed digit: 3.3万 has step 1000; a true value may differ by less
    than that where the number was told in 万. ``chinese`` marks numerals such as 两 that also stand in
    set phrases.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    bound: str
    step: Decimal = Decimal(1)
    chinese: bool = False

    @property
    def plain_value(self) -> int | str:
        """An int where the value is whole, else a decimal string."""
        whole = int(self.value)
        return whole if whole == self.value else format(self.value.normalize(), "f")


def chinese_number(text: str) -> int:
    """The value of a Chinese numeral: 十二 is 12, 一百零五 is 105, 二零二四 is 2024.

    Raises KeyError for a character that is no numeral.
    """
    if not any(c in _POWERS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = part = digit = 0
    for c in text:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif _POWERS[c] < 10_000:
            part += (digit or 1) * _POWERS[c]
            digit = 0
        else:
            total += (part + digit or 1) * _POWERS[c]
            part = digit = 0
    return total + part + digit


def _before(text: str, start: int) -> tuple[int, str | None]:
    """Where a bound word before the number begins, and the bound it gives."""
    window = text[max(0, start - 3) : start]
    for words, bound in ((_LEAST, "at_least"), (_ABOUT, "about")):
        for word in words:
            if window.endswith(word) and not window.endswith(("最近", "附近", "相近")):
                return start - len(word), bound
    return start, None


def _value(match: re.Match[str]) -> tuple[Decimal, Decimal, str]:
    """Value, step and unit of a match that is a number."""
    if match["share"]:
        whole, _, rest = match["share"].partition("点")
        digits = str(chinese_number(whole)) + ("." + "".join(str(_DIGITS[c]) for c in rest) if rest else "")
        number = Decimal(digits)
        return number, Decimal(1).scaleb(_exponent(number)), PERCENT
    digits = (
        match["arabic"].replace(",", "").replace("，", "")
        if match["arabic"]
        else str(chinese_number(match["chinese"]))
    )
    number, unit, scale = Decimal(digits), match["unit"] or "", match["scale"] or ""
    step = Decimal(1).scaleb(_exponent(number))
    if unit == "元" and scale in {"千", "万", "亿"}:
        return number, step, scale + unit
    return number * _SCALES[scale], step * _SCALES[scale], unit


def _exponent(number: Decimal) -> int:
    _, point, decimals = str(number).partition(".")
    return -len(decimals) if point else 0


def _settled(numeral: str) -> bool:
    """False for 两三, 七八 (some) and for a bare power (千篇一律): no number was told."""
    powers = sum(c in _POWERS for c in numeral)
    return (len(numeral) == 1 if not powers else numeral[0] not in "百千万亿") and not _SOME.search(numeral)


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    start = match.start()
    if match["chinese"] and text[start - 1 : start] in _ORDINAL and start:
        return None
    if (
        text[start - 1 : start] == " " or text[start - 2 : start] == ". "
    ):  # two numbers side by side: not to be settled
        return None
    if text[match.end() : match.end() + 1] == " " and text[match.end() - 1].isdigit():
        return None
    if match["chinese"] and not _settled(match["chinese"]):
        return None
    begin, bound = _before(text, start)
    value, step, unit = _value(match)
    if not match["share"] and (match["more"] or match["most"] or match["post"] in {"以上", "余", "多"}):
        bound = "at_least"
    elif not match["share"] and match["post"]:
        bound = "about"
    if value == 0 and bound is None:
        bound = "zero"
    return Figure(begin, match.end(), value, unit, bound or "exact", step, bool(match["chinese"]))


def _headed(text: str) -> list[tuple[int, int]]:
    """Spans with digits that are no figures and do not begin with one: 〔2021〕30号, 第711号, telephone
    numbers.
    """
    out: list[tuple[int, int]] = []
    for head in HEADS.finditer(text):
        if out and head.start() < out[-1][1]:
            continue
        match = HEADED.match(text, head.start())
        if match is not None:
            out.append(match.span())
    return out


def figures(text: str) -> Iterator[Figure]:
    """Every figure of a plain text, in order."""
    start = _START.search(text)
    if start is None:
        return
    passed = iter([*_headed(text), (len(text) + 1, len(text) + 1)])
    begin, end = next(passed)
    while start is not None:
        at = start.start()
        while end <= at:
            begin, end = next(passed)
        match = None if begin <= at else _FIGURE.match(text, at)
        after = end if begin <= at else at + 1
        if match is not None:
            after = max(after, match.end())
            figure = None if match["passed"] is not None else _figure(text, match)
            if figure is not None:
                yield figure
        start = _START.search(text, after)


def everyday(figure: Figure) -> bool:
    """True for a Chinese numeral with a unit that set phrases use (三项制度): a figure only where a
    subject claims it.
    """
    return figure.chinese and (figure.unit in LOOSE or figure.value <= 1)
