"""用语: how sums, lists and quoted texts are printed in a letter; dates by :mod:`gongkai.values.dates`.

>>> amount(2200)
'人民币贰仟贰佰元整（2200元）'

Source: GB/T 15835-2011 (numerals); 正确填写票据和结算凭证的基本规定 (capital numerals of sums).
"""

from __future__ import annotations

from collections.abc import Sequence

_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")
_NUMERALS = "零一二三四五六七八九"
_STOPS = "。；，、：;,. \u3000"
LARGEST = 10**12
"""Sums below this many 元 can be written out."""


def capital(yuan: int) -> str:
    """A sum of whole 元 in capital numerals; :class:`ValueError` below 0 and from :data:`LARGEST` on."""
    if not 0 <= yuan < LARGEST:
        raise ValueError(yuan)
    said, gap = "", False
    digits = str(yuan)
    for at, digit in enumerate(digits):
        place = len(digits) - 1 - at
        group, within = divmod(place, len(_PLACES))
        if digit != "0":
            said += (_CAPITALS[0] if gap and said else "") + _CAPITALS[int(digit)] + _PLACES[within]
            gap = False
        else:
            gap = True
        if within == 0 and group and any(d != "0" for d in digits[max(0, at - 3) : at + 1]):
            said += _GROUPS[group]
    return f"{said or _CAPITALS[0]}元整"


def amount(yuan: int) -> str:
    """A sum as a letter has it: in capital numerals and in figures."""
    return f"人民币{capital(yuan)}（{yuan}元）"


def numeral(number: int) -> str:
    """A number from 1 to 99 in Chinese numerals: 一, 十二, 三十."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else ("" if tens == 1 else _NUMERALS[tens]) + "十"
    return head + (_NUMERALS[ones] if ones or not tens else "")


def clause(text: str) -> str:
    """A text that goes on inside a sentence: without the stop at its end."""
    return text.strip().rstrip(_STOPS)


def sentences(text: str) -> str:
    """A text of whole sentences: with a full stop at its end."""
    text = text.strip()
    return text if text.endswith(("。", "！", "？", "。”", "。）")) else f"{clause(text)}。"


def quoted(text: str) -> str:
    """A text in quotation marks, those inside it made single ones."""
    inner = clause(text).replace("“", "‘").replace("”", "’")
    return f"“{inner}”"


def listed(texts: Sequence[str]) -> str:
    """甲、乙、丙."""
    return "、".join(clause(text) for text in texts)
