"""Where the six chapters begin: by wording and order, whatever number, level or layout print gives them.

A heading may stand alone, be numbered wrongly, be reworded, or run on into its text. Of all places that could
be headings the rising chain of chapters with the most evidence is taken; a chapter still missing is looked
for between its neighbours by its number.

Source: 国办公开办函〔2021〕30号 (six chapters).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from gongkai.report.document import Place
from gongkai.report.reader.labels import chapter_titles
from gongkai.report.reader.normal import fold, without_enumerator
from gongkai.tables.form import form

NUMERALS = "一二三四五六七八九十"
_NUMBERED = re.compile(
    rf"^[\s#*]*(?:第?([{NUMERALS}])\s*(?:、|部分|章|[.．:：])|[(（]([{NUMERALS}])[)）])\s*"
)
_LONGEST_TITLE = 36
_LONGEST_REWORDED = 30
_LIKE_ENOUGH = 0.75
_FOLLOWED = 0.3
_NEAR = 6
_ASPECT_TAIL = re.compile(r"(?:工作)?(?:办理)?(?:政府信息)?(?:情况|方面)?$")
_SENTENCE = re.compile(r"[。；，,;]")
_COMMON = "政府信息公开|信息公开|政务公开|工作|情况|主要|的|和|与|及|以及|、|存在|有关|相关"
_RUNS = {
    number: re.compile(rf"(?<![第{NUMERALS}]){NUMERALS[number - 1]}\s*、\s*(?:{words}|{_COMMON})+")
    for number, words in {
        1: r"总体|概述|基本|开展|20\d\d年|年度",
        2: r"主动|公开",
        3: r"收到|处理|办理|受理|依申请|申请|公开",
        4: r"因|被|提起|申请|行政|复议|诉讼",
        5: r"中|问题|困难|不足|改进|措施|下一步|下步|20\d\d年|明年|打算|计划|安排|整改|方向|思路",
        6: r"其他|其它|需要|需|应当|应|报告|说明|事项",
    }.items()
}
"""Words that titles are made of: a reworded title that runs on into its text ends where they end."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph with its place, tables already left out."""

    text: str
    place: Place
    broken: bool = False
    heading: int | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """The beginning of a chapter: the piece it stands in, its span there, and how much speaks for it."""

    chapter: int
    piece: int
    start: int
    end: int
    score: float


@lru_cache(maxsize=4)
def _inline(edition: str) -> re.Pattern[str]:
    """A numbered chapter title inside a paragraph, spaces allowed between its characters."""
    words: list[str] = []
    for chapter in form(edition).chapters:
        for wording in chapter.variants:
            words.append("[、 \u3000]*".join(re.escape(ch) for ch in wording if ch not in "、 "))
    body = "|".join(sorted(set(words), key=len, reverse=True))
    return re.compile(rf"第?([{NUMERALS}1-6])\s*(?:[、．.,，]|部分\s*[:：]?)\s*({body})")


def _candidates(pieces: Sequence[Piece], edition: str) -> Iterator[Heading]:
    index = chapter_titles(edition)
    pattern = _inline(edition)
    for number, piece in enumerate(pieces):
        text = piece.text
        runs_on = pattern.match(text)
        if len(text) <= _LONGEST_TITLE + 8 and not (runs_on and fold(text[runs_on.end() :])):
            numbered = _NUMBERED.match(text)
            title = text[numbered.end() :] if numbered else text
            match = index.match(title.strip(" #*：:。")) if fold(title) else None
            if numbered and numbered[2] and _is_aspect(title, edition):
                match = None
            if match and (match.score >= 1 or ((numbered or piece.heading) and match.score >= _LIKE_ENOUGH)):
                score = match.score * 2 if match.score >= 1 else match.score
                printed = (numbered[1] or "") if numbered else ""
                score += 0.6 if printed == NUMERALS[int(match.key) - 1] else 0.2 if numbered else 0.0
                score += 0.2 if piece.heading else 0.0
                yield Heading(int(match.key), number, 0, len(text), score)
                continue
        for found in pattern.finditer(text):
            match = index.match(found[2])
            if match:
                score = 1.5 + (0.6 if found[1] in (match.key, NUMERALS[int(match.key) - 1]) else 0.0)
                yield Heading(int(match.key), number, found.start(), found.end(), score)


@lru_cache(maxsize=4)
def _aspects(edition: str) -> frozenset[str]:
    return frozenset(fold(w) for a in form(edition).aspects for w in a.wordings)


def _is_aspect(title: str, edition: str) -> bool:
    """True for （一）主动公开 and the like, which head the aspects of chapter one, no chapter."""
    if any(fold(title) == fold(without_enumerator(c.label)) for c in form(edition).chapters):
        return False
    words = _ASPECT_TAIL.sub("", fold(title))
    return words in _aspects(edition) or words.removeprefix("政府信息") in _aspects(edition)


def _chain(candidates: Sequence[Heading]) -> list[Heading]:
    """The rising chain of chapters with the greatest score."""
    best: list[tuple[float, int]] = []
    for i, c in enumerate(candidates):
        top, before = c.score, -1
        for j in range(i):
            if candidates[j].chapter < c.chapter and best[j][0] + c.score > top:
                top, before = best[j][0] + c.score, j
        best.append((top, before))
    if not best:
        return []
    i = max(range(len(best)), key=lambda k: (best[k][0], -k))
    out: list[Heading] = []
    while i >= 0:
        out.append(candidates[i])
        i = best[i][1]
    return out[::-1]


def _with_text(pieces: Sequence[Piece], candidates: list[Heading]) -> list[Heading]:
    """More for a heading that something follows than for one of a list of contents."""
    blocks = {pieces[c.piece].place.block for c in candidates if c.start == 0}
    out = []
    inline = {(c.piece, c.start) for c in candidates}
    for c in candidates:
        block = pieces[c.piece].place.block
        near = any((c.piece, at) in inline for at in range(c.end, c.end + _NEAR))
        listed = near or (c.end == len(pieces[c.piece].text) and block is not None and block + 1 in blocks)
        out.append(c if listed else replace(c, score=c.score + _FOLLOWED))
    return out


def headings(pieces: Sequence[Piece], edition: str) -> list[Heading]:
    """The chapters that are there, in order, each at most once."""
    chain = _chain(_with_text(pieces, list(_candidates(pieces, edition))))
    for number in range(1, len(form(edition).chapters) + 1):
        if all(h.chapter != number for h in chain):
            found = _reworded(pieces, chain, number)
            if found is not None:
                chain.append(found)
                chain.sort(key=lambda h: h.chapter)
    return chain


def _reworded(pieces: Sequence[Piece], chain: Sequence[Heading], number: int) -> Heading | None:
    """A heading with the right number between its neighbours, whatever its words."""
    before = max(((h.piece, h.end) for h in chain if h.chapter < number), default=(0, 0))
    after = min(((h.piece, h.start) for h in chain if h.chapter > number), default=(len(pieces), 0))
    if not chain or (number > 1 and before == (0, 0)):
        return None
    for at in range(before[0], min(after[0] + 1, len(pieces))):
        text = pieces[at].text
        start = before[1] if at == before[0] else 0
        stop = after[1] if at == after[0] else len(text)
        numbered = _NUMBERED.match(text) if start == 0 and stop == len(text) else None
        alone = len(text) <= _LONGEST_REWORDED and not _SENTENCE.search(text)
        if numbered and numbered[1] == NUMERALS[number - 1] and alone:
            return Heading(number, at, 0, len(text), _LIKE_ENOUGH)
        run = _RUNS[number].search(text, start, stop)
        if run and len(fold(run.group())) > 2:
            return Heading(number, at, run.start(), run.end(), _LIKE_ENOUGH)
    return None
