"""Looking for words in a report's prose: where a pattern stands, and what place that is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.report.document import AnnualReport, Chapter
from gongkai.values.findings import Where

NUMERALS = "一二三四五六七八九十"
_SPACE = re.compile(r"\s+")
_LEFT_OUT = re.compile(r"[〔\[【(（…][^〕\]】)）。]{0,12}(?:(?<![战策忽])略。?|…)[〕\]】)）…]")


def parts(report: AnnualReport) -> Iterator[Chapter]:
    """The preamble, where there is one, and the chapters that were found."""
    if report.preamble is not None:
        yield report.preamble
    yield from (chapter for chapter in report.chapters if chapter.found)


def squeezed(text: str) -> str:
    """The text without any white space, as lines broken by a printer ought to be read."""
    return _SPACE.sub("", text)


def in_words(report: AnnualReport) -> str:
    """The whole prose without white space."""
    return squeezed("".join(part.text for part in parts(report)))


def shortened(report: AnnualReport) -> bool:
    """True for an excerpt: where the prose itself says that something was left out, as 〔略〕 does."""
    return any(_LEFT_OUT.search(part.text) for part in parts(report))


def spaced(words: str) -> str:
    """A pattern for these words that allows white space between any two characters."""
    return r"\s*".join(re.escape(c) for c in words)


def at_span(chapter: Chapter, span: tuple[int, int]) -> Where:
    """The place of a span of a chapter; the preamble has no number, so only page and line are told there."""
    place = chapter.place_at(span[0])
    inside = 1 <= chapter.number <= 6
    return Where(
        chapter=chapter.number if inside else None,
        span=span if inside else None,
        page=place.page,
        line=place.line,
        block=place.block,
    )


def numeral(words: str) -> int | None:
    """The number of 一 to 九十九 in Chinese numerals; None for anything else.

    >>> numeral("十二"), numeral("二十"), numeral("六"), numeral("两个")
    (12, 20, 6, None)
    """
    tens, ten, ones = words.rpartition("十") if "十" in words else ("", "", words)
    digits = NUMERALS[:9]
    if not words or any(len(d) > 1 or (d and d not in digits) for d in (tens, ones)):
        return None
    value = (digits.index(tens) + 1 if tens else 1) * 10 if ten else 0
    return value + (digits.index(ones) + 1 if ones else 0)
