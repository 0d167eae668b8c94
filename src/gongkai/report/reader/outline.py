"""The six chapters with their prose, printed lines joined to paragraphs, tables left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gongkai.report.document import Chapter, Place
from gongkai.report.reader.headings import NUMERALS, Piece, headings

_END = re.compile(r"[。！？；：!?;:…”」』]\s*$")
_STARTS = re.compile(
    rf"^\s*(?:[{NUMERALS}]{{1,3}}\s*、|[(（][{NUMERALS}\d]{{1,3}}[)）]"
    rf"|\d{{1,2}}\s*[.．、](?!\d)|第[{NUMERALS}]{{1,3}}[章条部])"
)
_SIGNATURE = re.compile(r"^\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*$")
_FULL_LINE = 18


def chapters(pieces: Sequence[Piece], edition: str) -> tuple[Chapter, tuple[Chapter, ...]]:
    """The preamble (as chapter 0) and always six chapters; one that is not there has ``found`` False."""
    chain = headings(pieces, edition)
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
