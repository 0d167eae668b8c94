"""What is a secrecy mark, and what only speaks of secrets.

A mark is a matter of layout: 密级 and 保密期限 stand by themselves at the top left of the first page, joined
by ★ (GB/T 9704-2012, 7.2.2). Words in running text (不涉及国家秘密、商业秘密) are none, nor is a form's
list of the grades. 工作秘密 and 内部资料 are no state secrets: they are told, and refuse nothing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

_STAR = "★☆⭐✩✭✮✯🌟*＊"
_GRADE = r"(?:绝密|机密|秘密)"
_NUMBER = r"[0-9一二三四五六七八九十]{1,3}"
_DAY = r"[0-9]{4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?"
_TERM = (
    rf"(?:{_NUMBER}(?:年|个月|月|天|日)|长期|永久|无限期|(?:启用|使用|公开|公布|开启|解密)前|"
    rf"{_DAY}(?:至|到|[-—~])?(?:{_DAY})?(?:解密|前)?)"
)
_URGENCY = r"(?:特急|加急|平急|特提|急件)?"
_COPY = r"(?:(?:份号|编号|[Nn][Oo]\.?)?[::]?[0-9]{1,8})?"
_LABEL = r"(?:密级(?:和保密期限)?|文件密级|保密等级)[::]?"
_OPEN, _SHUT = r"[\[【〔(『「]?", r"[\]】〕)』」]?"

STARRED = re.compile(rf"{_COPY}(?:{_LABEL})?{_OPEN}({_GRADE}[★]{_TERM}?){_SHUT}{_URGENCY}")
"""A line or part of a line that is nothing but a grade with its star."""
ALONE = re.compile(rf"{_COPY}(?:{_LABEL})?{_OPEN}({_GRADE}{_TERM}?){_SHUT}{_URGENCY}")
"""The same without a star: a mark only at the top of a page, in its header or footer."""
INTERNAL = re.compile(
    rf"{_OPEN}((?:工作秘密|内部)(?:★{_TERM}?)?|工作秘密{_TERM}|内部(?:资料|文件|材料|使用|参考|事项|刊物)|"
    rf"(?:内部(?:资料|文件|材料|使用|参考)?)?(?:注意|妥善)保[存管密]|(?:仅供)?内部(?:人员)?(?:使用|参考|传阅)|"
    rf"不得外传|严禁外传|请勿外传){_SHUT}"
)
_NAME = re.compile(
    rf"(?:^|[\[【〔(_\-— ])({_GRADE}(?:★{_TERM}?|{_TERM})?)(?=[\]】〕)_\-— ]|★|$)|({_GRADE}★{_TERM}?)"
)
_NAME_INTERNAL = re.compile(rf"[\[【〔(]({INTERNAL.pattern[len(_OPEN) : -len(_SHUT)]})[\]】〕)]")
_CJK = re.compile("[\u3400-\u9fff]")
_LONGEST = 80
"""Characters beyond which a line is running text."""
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe0f]")


class Spot(StrEnum):
    """Where on a page a line stands; it decides whether a grade without a star counts."""

    TOP = "top"
    MARGIN = "margin"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Line:
    """A line as laid out: its text, its place for a person, its spot."""

    text: str
    place: str
    spot: Spot = Spot.BODY


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: its text as read (nothing else of the file) and its place. ``internal`` marks only warn."""

    text: str
    place: str
    internal: bool = False


def plain(text: str) -> str:
    """Full-width signs made narrow, all stars one star, invisible signs out. Blanks stay."""
    stars = "".join("★" if c in _STAR else c for c in text)
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", stars))


def judge(line: Line) -> Mark | None:
    """The mark that a line is, None where it is none."""
    text = " ".join(line.text.split())
    if len(text) > _LONGEST:
        return None
    text = plain(text)
    pieces = {"".join(text.split()), *_pieces(text)}
    for piece in sorted(pieces, key=len, reverse=True):
        if len(piece) > 40:
            continue
        found = STARRED.fullmatch(piece)
        if found is None and line.spot is not Spot.BODY and piece == "".join(text.split()):
            found = ALONE.fullmatch(piece)
        if found:
            return Mark(found[1], line.place)
    whole = "".join(text.split())
    inside = INTERNAL.fullmatch(whole)
    if inside and (line.spot is not Spot.BODY or "★" in whole):
        return Mark(inside[1], line.place, internal=True)
    return None


def _pieces(text: str) -> list[str]:
    """The parts of a line (with single blanks) between blanks: 份号, 密级 and 紧急程度 may share a line.

    Blanks between the two characters of a grade, around a star and before a term are no gap.
    """
    closer = re.sub(r"(绝|机|秘) (?=密)", r"\1", text)
    closer = re.sub(r" ?★ ?", "★", closer)
    return [piece for piece in closer.split() if piece]


def judge_name(name: str) -> Mark | None:
    """The mark that stands in a file name: with a star, in brackets, or set off at its beginning or end."""
    stem = plain(name.rpartition(".")[0] or name)
    stem = " ".join(stem.split())
    found = _NAME.search(re.sub(r" ?★ ?", "★", stem))
    if found:
        text = found[1] or found[2]
        start = found.start(1) if found[1] else found.start(2)
        if not (start and _CJK.match(stem[start - 1])):
            return Mark(text, "文件名")
    inside = _NAME_INTERNAL.search(stem)
    return Mark(inside[1], "文件名", internal=True) if inside else None
