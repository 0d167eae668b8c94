"""The six chapters: their headings found by wording and order, whatever number or level print gives them.

A heading may stand alone, be numbered wrongly, be reworded, or run on into its text. Of all places that
could be headings the rising chain of chapters with the most evidence is taken, so that a list of the six
parts in a preamble or a second numbering does not mislead.

Source: 国办公开办函〔2021〕30号 (six chapters).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gongkai.report.document import Chapter, Place
from gongkai.report.reader.labels import chapter_titles
from gongkai.report.reader.normal import fold, without_enumerator
from gongkai.tables.form import form

_NUMERALS = "一二三四五六七八九十"
_NUMBERED = re.compile(
    rf"^[\s#*]*(?:第?([{_NUMERALS}])\s*(?:、|部分|章|[.．:：])|[(（]([{_NUMERALS}])[)）])\s*"
)
_LONGEST_TITLE = 36
_END = re.compile(r"[。！？；：!?;:…”」』]\s*$")
_STARTS = re.compile(
    rf"^\s*(?:[{_NUMERALS}]{{1,3}}\s*、|[(（][{_NUMERALS}\d]{{1,3}}[)）]"
    rf"|\d{{1,2}}\s*[.．、](?!\d)|第[{_NUMERALS}]{{1,3}}[章条部])"
)
_SIGNATURE = re.compile(r"^\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*$")
_FULL_LINE = 18
_ASPECT_TAIL = re.compile(r"(?:工作)?(?:办理)?(?:政府信息)?(?:情况|方面)?$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph with its place, tables already left out."""

    text: str
    place: Place
    broken: bool = False
    heading: int | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
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
            words.append(r"\s*".join(re.escape(ch) for ch in wording if ch not in "、 "))
    body = "|".join(w.replace(r"诉讼", r"诉讼") for w in sorted(set(words), key=len, reverse=True))
    return re.compile(rf"([{_NUMERALS}])\s*、\s*({body.replace(chr(92) + 's*', '[、 　]*')})")


def _candidates(pieces: Sequence[Piece], edition: str) -> Iterator[_Candidate]:
    index = chapter_titles(edition)
    pattern = _inline(edition)
    for number, piece in enumerate(pieces):
        text = piece.text
        if len(text) <= _LONGEST_TITLE + 8:
            numbered = _NUMBERED.match(text)
            title = text[numbered.end() :] if numbered else text
            match = index.match(title.strip(" #*：:。")) if fold(title) else None
            if numbered and numbered[2] and _is_aspect(title, edition):
                match = None
            if match and (match.score >= 1 or ((numbered or piece.heading) and match.score >= 0.75)):
                score = match.score * 2 if match.score >= 1 else match.score
                printed = (numbered[1] or "") if numbered else ""
                score += 0.6 if printed == _NUMERALS[int(match.key) - 1] else 0.2 if numbered else 0.0
                score += 0.2 if piece.heading else 0.0
                yield _Candidate(int(match.key), number, 0, len(text), score)
                continue
        for found in pattern.finditer(text):
            match = index.match(found[2])
            if match:
                score = 1.5 + (0.6 if found[1] == _NUMERALS[int(match.key) - 1] else 0.0)
                yield _Candidate(int(match.key), number, found.start(), found.end(), score)


@lru_cache(maxsize=4)
def _aspects(edition: str) -> frozenset[str]:
    return frozenset(fold(w) for a in form(edition).aspects for w in a.wordings)


def _is_aspect(title: str, edition: str) -> bool:
    """True for （一）主动公开 and the like, which head the aspects of chapter one, no chapter."""
    if any(fold(title) == fold(without_enumerator(c.label)) for c in form(edition).chapters):
        return False
    words = _ASPECT_TAIL.sub("", fold(title))
    return words in _aspects(edition) or words.removeprefix("政府信息") in _aspects(edition)


def _chain(candidates: Sequence[_Candidate]) -> list[_Candidate]:
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
    out: list[_Candidate] = []
    while i >= 0:
        out.append(candidates[i])
        i = best[i][1]
    return out[::-1]


def chapters(pieces: Sequence[Piece], edition: str) -> tuple[Chapter, tuple[Chapter, ...]]:
    """The preamble (as chapter 0) and always six chapters; one that is not there has ``found`` False."""
    chain = _chain(list(_candidates(pieces, edition)))
    first = chain[0] if chain else None
    head = _text(pieces, (0, 0), (first.piece, first.start) if first else (len(pieces), 0))
    preamble = Chapter(0, "", bool(head[0]), head[0], head[1])
    out: dict[int, Chapter] = {}
    for i, c in enumerate(chain):
        stop = (chain[i + 1].piece, chain[i + 1].start) if i + 1 < len(chain) else (len(pieces), 0)
        text, places = _text(pieces, (c.piece, c.end), stop)
        title = pieces[c.piece].text[c.start : c.end].strip(" #*")
        out[c.chapter] = Chapter(c.chapter, title, True, text, places)
    return preamble, tuple(out.get(n, Chapter(n, "", found=False)) for n in range(1, 7))


def _text(
    pieces: Sequence[Piece], start: tuple[int, int], stop: tuple[int, int]
) -> tuple[str, tuple[tuple[int, Place], ...]]:
    """The prose between two points, printed lines joined to paragraphs, with the place of each piece."""
    out: list[str] = []
    places: list[tuple[int, Place]] = []
    length = 0
    last: Piece | None = None
    for number in range(start[0], min(stop[0] + 1, len(pieces))):
        piece = pieces[number]
        begin = start[1] if number == start[0] else 0
        end = stop[1] if number == stop[0] else len(piece.text)
        text = piece.text[begin:end].strip(" \t\n\u3000")
        if not text:
            continue
        glue = _glue(last, piece, out[-1] if out else "", text)
        if glue:
            out.append(glue)
            length += len(glue)
        places.append((length, piece.place))
        out.append(text)
        length += len(text)
        last = piece
    return "".join(out), tuple(places)


def _glue(last: Piece | None, piece: Piece, before: str, text: str) -> str:
    """What stands between two pieces: nothing where a printed line runs on, else a new line."""
    if last is None:
        return ""
    runs_on = (
        last.broken
        and piece.broken
        and (len(before) >= _FULL_LINE or before.endswith(("、", "，")))
        and not _END.search(before)
        and not _STARTS.match(text)
        and not _SIGNATURE.match(text)
    )
    if not runs_on:
        return "\n"
    return " " if before[-1:].isascii() and text[:1].isascii() else ""
