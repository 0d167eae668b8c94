"""A chapter cut into sentences, and what is found in a sentence once, however many figures it holds."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from gongkai.report.statements.organs import Teller
from gongkai.report.statements.phrases import LINK, PERIOD, SCOPE, TOPIC
from gongkai.report.statements.plain import Plain
from gongkai.report.statements.subjects import CHANNEL

_BEFORE: Final = 600
_NEAR: Final = 60
_OPENING: Final = 3
_SENTENCE: Final = 2000
_BOOK: Final = re.compile(r"《([^》\n]{0,60})(?=[^》\n]{2}》)")
_ASIDE: Final = re.compile("（[^（）]*）")
_T = TypeVar("_T")
APPLICATIONS: Final = "applications"
REMEDIES: Final = "remedies"
FOREIGN_TOPIC: Final = "foreign"


@dataclass(frozen=True, slots=True)
class Passage:
    """A chapter made plain and cut: its sentences as offsets, paragraphs and aspects, and who tells it."""

    plain: Plain
    chapter: int
    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]
    aspects: tuple[tuple[int, str], ...]
    teller: Teller

    def sentence(self, offset: int) -> tuple[int, int, int]:
        """Index, start and end of the sentence that holds ``offset``."""
        index = bisect_right(self.sentences, offset) - 1
        end = self.sentences[index + 1] if index + 1 < len(self.sentences) else len(self.plain.text)
        return index, self.sentences[index], end

    def aspect(self, offset: int) -> str:
        """The topic that the heading above gives: applications, remedies or none."""
        if self.chapter in {3, 4}:
            return APPLICATIONS if self.chapter == 3 else REMEDIES
        topic = ""
        for start, name in self.aspects:
            if start > offset:
                break
            topic = name
        return topic


def cut(plain: Plain, chapter: int, organ: str | None = None) -> Passage:
    """Cut the plain text of a chapter into sentences and paragraphs and find the aspects it is headed by."""
    text = plain.text
    sentences = [0]
    for end in (*(m.end() for m in LINK["sentence"].finditer(text)), len(text)):
        while (
            end - sentences[-1] > _SENTENCE
        ):  # no sentence: a list run together, cut so that reading stays linear
            stop = text.find("、", sentences[-1] + _SENTENCE // 2, end)
            sentences.append(stop + 1 if 0 <= stop < sentences[-1] + _SENTENCE else sentences[-1] + _SENTENCE)
        if end < len(text) or text.endswith(("。", "\n")):
            sentences.append(end)
    paragraphs = [0, *(m.end() for m in re.finditer("\n", text))]
    aspects = tuple(
        (m.start(), APPLICATIONS if LINK["aspect_applications"].search(m[1]) else "")
        for m in LINK["aspect"].finditer(text)
    )
    return Passage(plain, chapter, tuple(sentences), tuple(paragraphs), aspects, Teller(organ))


class Sentence:
    """A sentence with the topics, channels, periods and link words found in it, each once.

    ``inherited`` is the topic that it begins with. Offsets of its methods are those of the chapter.
    """

    __slots__ = (
        "_applications", "_asides", "_disclosure", "_organs", "_periods", "_stops", "_subsets", "attribute",
        "channels", "end", "index", "inherited", "quoted", "start", "text", "topics",
    )  # fmt: skip

    def __init__(self, passage: Passage, place: tuple[int, int, int], before: Sentence | None) -> None:
        self.index, self.start, self.end = place
        text = passage.plain.text[self.start : self.end]
        self.text = text = _BOOK.sub(lambda m: "《" + "文" * len(m[1]), text) if "《" in text else text
        self.topics = [
            (self.start + m.start(), str(m.lastgroup))
            for m in TOPIC.finditer(text)
            if m.lastgroup != FOREIGN_TOPIC or text.rfind("“", 0, m.start()) <= text.rfind("”", 0, m.start())
        ]
        self.channels = [(self.start + m.start(), str(m.lastgroup)) for m in CHANNEL.finditer(text)]
        self.inherited = passage.aspect(self.start)
        if (
            before is not None
            and before.index == self.index - 1
            and before.topics
            and passage.plain.text[self.start - 1] != "\n"
        ):
            self.inherited = before.topics[-1][1]
        self._applications = next((at for at, name in self.topics if name == APPLICATIONS), self.end)
        self.attribute = LINK["attribute"].search(text) is not None
        self._stops = [self.start + m.start() for m in LINK["delimiter"].finditer(text)]
        self.quoted = LINK["quoted"].search(text) is not None
        self._asides = [m.span() for m in _ASIDE.finditer(text)] if "（" in text else []
        self._periods = {
            kind: [(m.start(), m.end(), m[m.lastindex or 0]) for m in PERIOD[kind].finditer(text)]
            for kind in ("year", "previous", "part")
        }
        self._disclosure = [m.span() for m in LINK["disclosure"].finditer(text)]
        self._subsets = [(m.start(), m[0]) for m in SCOPE["subset"].finditer(text)]
        self._organs = passage.teller.marks(text)

    def before(self, offset: int) -> str:
        """The words of the sentence before ``offset``, no more than anybody would read back."""
        return self.text[max(0, offset - self.start - _BEFORE) : offset - self.start]

    def topic(self, offset: int) -> str:
        """The last topic named before ``offset``, else the one inherited."""
        return _last(self.topics, offset) or self.inherited

    def channel(self, offset: int) -> str | None:
        """The last channel named before ``offset``, if any."""
        return _last(self.channels, offset - 1)

    def stop(self, offset: int) -> int:
        """Where the clause that holds ``offset`` ends: its delimiter, or the end of the sentence."""
        at = bisect_left(self._stops, offset)
        return self._stops[at] if at < len(self._stops) else self.end

    def of_applications(self, offset: int) -> bool:
        """True where applications are what is spoken of at ``offset``: named before, or by the heading."""
        return self._applications < offset or self.inherited == APPLICATIONS

    def organ(self, offset: int) -> str | None:
        """The other organ, or the wider area, whose figures are told at ``offset``; None: our own."""
        return _last(self._organs, offset - self.start)

    def subset(self, offset: int) -> str | None:
        """The part of the applications (涉及征地类申请) whose figures are told at ``offset``, if any."""
        return _last(self._subsets, offset - self.start)

    def names_itself(self, offset: int) -> bool:
        """True where the words before ``offset`` last name the reporting organ as the one who acts."""
        at = bisect_right(self._organs, offset - self.start, key=lambda mark: mark[0])
        return at > 0 and self._organs[at - 1][1] is None

    def tied(self, since: int, until: int) -> bool:
        """True where words of disclosure stand within ``[since, until)`` of the sentence's own text."""
        at = bisect_left(self._disclosure, (since,))
        return at < len(self._disclosure) and self._disclosure[at][1] <= until

    def period(self, offset: int, year: int | None) -> str | None:
        """The period named before ``offset`` where it is not the year of the report, asides left out."""
        at = offset - self.start
        years = self._periods["year"]
        last = bisect_right(years, at, key=lambda found: found[1]) - 1
        while last >= 0 and self._aside(years[last][0], at):
            last -= 1
        told = last >= 0 and years[last][0] >= at - _BEFORE
        since = years[last][1] if told else max(0, at - _BEFORE)
        for kind in ("previous", "part"):
            opened = max(0, years[last][0] - _OPENING) if told and kind == "part" else since  # 截至2024年9月
            found = self._first(self._periods[kind], opened, at)
            if found is not None and (kind == "part" or found[1] > at - _NEAR):
                return found[2]
        if told and year is not None and int(years[last][2]) != year:
            return years[last][2]
        return None

    def _first(
        self, periods: list[tuple[int, int, str]], since: int, until: int
    ) -> tuple[int, int, str] | None:
        for found in periods[bisect_left(periods, (since,)) :]:
            if found[1] > until:
                return None
            if not self._aside(found[0], until):
                return found
        return None

    def _aside(self, at: int, until: int) -> bool:
        """True where ``at`` stands in brackets that close before ``until``."""
        index = bisect_right(self._asides, (at, len(self.text))) - 1
        return index >= 0 and at < self._asides[index][1] <= until


def _last(marks: Sequence[tuple[int, _T]], offset: int) -> _T | None:
    at = bisect_right(marks, offset, key=lambda mark: mark[0])
    return marks[at - 1][1] if at else None
