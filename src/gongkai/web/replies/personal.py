"""Personal data in a text that is to be shown to everybody: found, and covered in a first draft.

What is found: numbers of identity and bank cards (by their check digits), mobile and fixed telephones, mail
addresses, and words that the caller knows to be private (the applicant's own).
A name that nobody told of is not found: somebody reads the text before it goes out, and the review follows.

>>> [one.kind for one in found("请拨打13800007777联系周试一", ("周试一",))]
['手机号码', '申请人信息']
>>> covered("请拨打13800007777联系周试一", ("周试一",))
'请拨打●●●●联系●●●●'

Source: 个人信息保护法 arts. 4, 25; 条例 art. 15; security check C22.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from stdnum import luhn
from stdnum.cn import ric

COVER = "●●●●"
LEAST = 2
"""A private word of one character would be found everywhere."""
_CARD = range(16, 20)
_PATTERNS = {
    "居民身份证号码": re.compile(r"(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])"),
    "手机号码": re.compile(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)"),
    "固定电话": re.compile(r"(?<!\d)0\d{2,3}[-— ]\d{7,8}(?!\d)"),
    "电子邮箱": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "银行卡号": re.compile(r"(?<!\d)\d{16,19}(?!\d)"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """One place: what kind, from and to which character."""

    kind: str
    start: int
    end: int


def found(text: str, private: Iterable[str] = ()) -> list[Found]:
    """Every place with personal data, in order; of places that overlap the first."""
    flat = text.translate(_FULL_WIDTH)
    all_found = [
        Found(kind, at.start(), at.end())
        for kind, pattern in _PATTERNS.items()
        for at in pattern.finditer(flat)
        if _is(kind, at.group())
    ]
    for word in {one.strip() for one in private if len(one.strip()) >= LEAST}:
        all_found += [Found("申请人信息", at.start(), at.end()) for at in re.finditer(re.escape(word), text)]
    out: list[Found] = []
    for one in sorted(all_found, key=lambda f: (f.start, -f.end)):
        if not out or one.start >= out[-1].end:
            out.append(one)
    return out


_FULL_WIDTH = {ord("０") + n: str(n) for n in range(10)} | {ord("＠"): "@", ord("－"): "-"}
"""Full-width digits are digits to a reader."""


def _is(kind: str, text: str) -> bool:
    if kind == "居民身份证号码":
        return bool(ric.calc_check_digit(text[:-1]) == text[-1].upper())
    return len(text) in _CARD and luhn.is_valid(text) if kind == "银行卡号" else True


def covered(text: str, private: Iterable[str] = ()) -> str:
    """The text with every place covered."""
    out, at = [], 0
    for one in found(text, private):
        out += [text[at : one.start], COVER]
        at = one.end
    return "".join(out) + text[at:]


def told(text: str, private: Iterable[str] = ()) -> list[str]:
    """What was found, in sentences: the kind and what stands around it, itself covered."""
    out = []
    for one in found(text, private):
        before, after = text[max(0, one.start - 8) : one.start], text[one.end : one.end + 8]
        out.append(f"{one.kind}：“{before}{COVER}{after}”".replace("\n", " "))
    return out
