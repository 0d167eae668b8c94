"""The prose of a report as the official form sets it: title, preamble, chapters, signature, date.

Paragraphs are those that were read, in their order and as they stand; nothing is reworded. The lines of the
title, which readers find at the head of the preamble, and the signature with its date, which they find at the
end of the last chapter, are told apart so that a writer can set them as GB/T 9704-2012 wants them. Where the
text has neither, title, organ and date of the report stand in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from gongkai.report.document import AnnualReport, Chapter
from gongkai.values.dates import day_words

_DATE_LINE = re.compile(
    r"^\s*(?:20\d\d|二[〇○零0][一二三四五六七八九〇○零0]{2})\s*年\s*\S{1,3}\s*月\s*\S{1,3}\s*日\s*$"
)
_LONGEST_NAME = 30
_TITLE_LINES = 3
_SENTENCE = re.compile(r"[。！？；，：]")


@dataclass(frozen=True, slots=True)
class ProseChapter:
    """A chapter: its title as printed ("" where print has none), its paragraphs, the key of its table.

    ``table`` is None where the form has no table in this chapter or the report has none.
    """

    number: int
    title: str
    paragraphs: tuple[str, ...]
    table: str | None = None


@dataclass(frozen=True, slots=True)
class Prose:
    """The text of a report. ``title`` has one entry a printed line; ``date`` is the line under the name.

    ``signature`` and ``date`` are "" where the report has none.
    """

    title: tuple[str, ...]
    preamble: tuple[str, ...]
    chapters: tuple[ProseChapter, ...]
    signature: str
    date: str


def prose(report: AnnualReport) -> Prose:
    """The prose of ``report``; chapters that print does not have are left out unless a table stands there."""
    title, preamble = _head(report)
    places = {table.chapter: table.key for table in report.form.tables if _has(report, table.key)}
    found = [c for c in map(report.chapter, range(1, 7)) if c.found or c.number in places]
    texts = {chapter.number: list(_paragraphs(chapter)) for chapter in found}
    signature, day = _signed(texts[found[-1].number]) if found else ("", "")
    if not day and report.dated_on is not None and not _told(report.dated_on, texts):
        signature, day = report.organ or "", day_words(report.dated_on)
    chapters = tuple(
        ProseChapter(c.number, c.title if c.found else "", tuple(texts[c.number]), places.get(c.number))
        for c in found
    )
    return Prose(title, preamble, chapters, signature, day)


def _has(report: AnnualReport, key: str) -> bool:
    table = report.table(key)
    return table is not None and bool(table.cells)


def _paragraphs(chapter: Chapter) -> tuple[str, ...]:
    return tuple(line for line in chapter.text.split("\n") if line.strip())


def _head(report: AnnualReport) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The printed lines of the title and the rest of the preamble."""
    lines = _paragraphs(report.preamble) if report.preamble else ()
    if not report.title:
        return (), lines
    wanted = _squeezed(report.title)
    for size in range(1, _TITLE_LINES + 1):
        if _squeezed("".join(lines[:size])) == wanted:
            return lines[:size], lines[size:]
    if any(wanted in _squeezed(line) for line in lines):
        return (), lines
    return (report.title,), lines


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _signed(paragraphs: list[str]) -> tuple[str, str]:
    """Take the name and the date off the end of the last chapter; "" for what is not there."""
    if not paragraphs or not _DATE_LINE.match(paragraphs[-1]):
        return "", ""
    day = paragraphs.pop()
    name = ""
    if paragraphs and len(paragraphs[-1]) <= _LONGEST_NAME and not _SENTENCE.search(paragraphs[-1]):
        name = paragraphs.pop()
    return name, day


def _told(day: date, texts: dict[int, list[str]]) -> bool:
    """True where some paragraph has that date already."""
    pattern = re.compile(rf"{day.year}\s*[年\-./]\s*0?{day.month}\s*[月\-./]\s*0?{day.day}(?!\d)")
    return any(pattern.search(text) for lines in texts.values() for text in lines)
