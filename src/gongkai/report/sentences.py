"""The prose of a report cut into sentences for comparing, each with the words that are its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gongkai.report.document import AnnualReport, Chapter
from gongkai.report.standard import Standard, folded
from gongkai.report.statements.plain import plain

_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]*[”’）]?")
LONGEST = 400
"""No sentence has so many characters: a list run together is cut here, so that comparing stays quick."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: chapter (0 before the first), number in the report, span and text, its own words.

    ``span`` counts code points in the chapter's text; ``words`` is empty for a standard sentence.
    """

    chapter: int
    place: int
    span: tuple[int, int]
    text: str
    words: str

    @property
    def folded(self) -> str:
        """The whole text without spaces and punctuation."""
        return folded(self.text)


def sentences(report: AnnualReport, words: Standard, names: Iterable[str] = ()) -> list[Sentence]:
    """Every sentence of preamble and chapters, numbered through within each."""
    names = tuple(names)
    out = []
    for chapter in (report.preamble, *report.chapters):
        if chapter is None or not chapter.found:
            continue
        number = 0 if chapter is report.preamble else chapter.number
        for place, (start, end) in enumerate(_cut(chapter)):
            text = chapter.text[start:end]
            out.append(Sentence(number, place, (start, end), text, words.own_words(text, names)))
    return out


def _cut(chapter: Chapter) -> Iterator[tuple[int, int]]:
    """Spans of the sentences; a line broken by the printer does not end one."""
    whole = plain(chapter.text)
    for match in _SENTENCE.finditer(whole.text):
        start, end = match.span()
        while start < end and whole.text[start].isspace():
            start += 1
        for piece in range(start, end, LONGEST):
            yield whole.span(piece, min(end, piece + LONGEST))
