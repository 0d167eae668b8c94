"""The text of a chapter made plain for matching: spaces and soft line breaks gone, widths made one,
offsets kept.

Layout breaks sentences in odd places (a PDF line, a space beside every digit). Everything after this
module works on :attr:`Plain.text`; :meth:`Plain.span` leads back to code points of the text as given.
Characters are replaced one for one, so only what is left out has to be remembered.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from gongkai.report.statements.phrases import TRADITIONAL

_WIDE = {ord("０") + i: ord("0") + i for i in range(10)} | {
    ord(wide): narrow for wide, narrow in zip("％．＋－〇", "%.+-零", strict=True)
}
_FOLD = {
    **_WIDE,
    **TRADITIONAL,
    ord("("): "（",
    ord(")"): "）",
    ord(";"): "；",
    ord(":"): "：",
    ord("?"): "？",
}
_FOLDED = re.compile("[" + re.escape("".join(map(chr, _FOLD))) + "]")
_GAP = re.compile(
    r"(?:\s|\u200b|\ufeff|\u00ad|(?<=\n)[ \t]*[—\-–－]+[ \t]*\d{1,3}[ \t]*[—\-–－]+[ \t]*(?=\n))+"
)
_COMMA = re.compile(r"(?<!\d),|,(?!\d{3})")
_STOPS = "。！？；：”）》!"
_MARK = re.compile(
    r"#|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、]|\d{1,2}[.．、](?!\d)|[|]"
)
_HEADING = re.compile(
    r"[#\s]*(?:[（(][一二三四五六七八九十]{1,2}[)）]|[一二三四五六七八九十]{1,2}、|\d{1,2}[.．、])[^。；，]{1,24}$"
)


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain text with the way back: ``starts[i]`` is a plain offset from which on ``shifts[i]`` is to
    be added.
    """

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def origin(self, offset: int) -> int:
        """The code point of the given text that the plain character at ``offset`` came from."""
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span ``[start, end)`` of the given text for a span of the plain text that is not empty."""
        return self.origin(start), self.origin(end - 1) + 1


def _kept(text: str, gap: re.Match[str], line_start: int) -> str:
    """What stays in place of a gap: nothing, a line break where a paragraph ends, a space between two
    digits.
    """
    before, after = text[gap.start() - 1 : gap.start()], text[gap.end() : gap.end() + 1]
    if "\n" in gap[0]:
        if not before or not after or before in _STOPS:
            return "\n"
        if _MARK.match(text, gap.end()) or _HEADING.match(text[line_start : gap.start()]):
            return "\n"
    return " " if before.isdigit() and after.isdigit() else ""


def plain(text: str) -> Plain:
    """Make the text of a chapter plain. Full-width digits, half-width brackets and traditional characters
    are folded.
    """
    pieces: list[str] = []
    starts, shifts = [0], [0]
    at = length = line_start = 0
    for gap in _GAP.finditer(text):
        kept = _kept(text, gap, line_start)
        if "\n" in gap[0]:
            line_start = gap.end()
        pieces.append(text[at : gap.start()])
        pieces.append(kept)
        length += gap.start() - at + len(kept)
        at = gap.end()
        starts.append(length)
        shifts.append(at - length)
    pieces.append(text[at:])
    joined = _COMMA.sub("，", "".join(pieces))
    if _FOLDED.search(joined):
        joined = joined.translate(_FOLD)
    return Plain(joined, tuple(starts), tuple(shifts))
