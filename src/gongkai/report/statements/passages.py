"""Figures in their passages: sentence, clause, topic, period and scope of every figure of a chapter.

The words that decide what a figure is about stand near it: in its own clause before it (``near``), in a
few words after it (``tail``), or, where the clause is empty (共, 其中), in the clause before. The topic
is the last one named before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from gongkai.report.statements.numbers import Figure, everyday, figures
from gongkai.report.statements.phrases import EMPTY, LINK, PERIOD, SCOPE, TOPIC, stripped
from gongkai.report.statements.plain import Plain
from gongkai.report.statements.subjects import CHANNEL, FOREIGN, UNKNOWN, Wording, find, plain_wording

_NEAR: Final = 60
_BACK: Final = 40
_BEFORE: Final = 600
_SENTENCE: Final = 2000
_TAIL: Final = 30
_QUOTES: Final = str.maketrans("", "", "“”‘’\"'")
_BOOK: Final = re.compile(r"《([^》\n]{0,60})(?=[^》\n]{2}》)")
_ASIDE: Final = re.compile("（[^（）]*）")
_APPLICATIONS: Final = "applications"
_REMEDIES: Final = "remedies"
_FOREIGN: Final = "foreign"
_BASES: Final = frozenset(
    {"applications.received", "applications.answered", "applications.handled", "applications.brought_forward"}
)


@dataclass(slots=True)
class Fact:
    """A figure with what it is about. ``near`` is its clause before the number, ``clause`` the span of
    its clause.

    ``period`` is set where it is not the year of the report; ``restricted`` where it counts only a part
    of it, ``scope`` says which; ``linked`` where the sentence itself speaks of disclosure, ``anchored``
    where it follows a number of applications. ``depth`` counts open brackets.
    """

    figure: Figure
    wording: Wording
    near: str
    clause: tuple[int, int]
    sentence: int
    paragraph: int
    topic: str
    depth: int = 0
    period: str | None = None
    scope: str | None = None
    restricted: bool = False
    linked: bool = False
    anchored: bool = False

    @property
    def name(self) -> str:
        """The name of the subject."""
        return self.wording.subject.name

    @property
    def exact(self) -> bool:
        """True for a figure told without a bound and to the last unit."""
        return self.figure.bound in {"exact", "zero"} and self.figure.step <= 1


@dataclass(frozen=True, slots=True)
class Passage:
    """A chapter made plain and cut: its sentences as offsets, paragraphs and aspects."""

    plain: Plain
    chapter: int
    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]
    aspects: tuple[tuple[int, str], ...]

    def sentence(self, offset: int) -> tuple[int, int, int]:
        """Index, start and end of the sentence that holds ``offset``."""
        index = bisect_right(self.sentences, offset) - 1
        end = self.sentences[index + 1] if index + 1 < len(self.sentences) else len(self.plain.text)
        return index, self.sentences[index], end

    def aspect(self, offset: int) -> str:
        """The topic that the heading above gives: applications, remedies or none."""
        if self.chapter in {3, 4}:
            return _APPLICATIONS if self.chapter == 3 else _REMEDIES
        topic = ""
        for start, name in self.aspects:
            if start > offset:
                break
            topic = name
        return topic


def cut(plain: Plain, chapter: int) -> Passage:
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
        (m.start(), _APPLICATIONS if LINK["aspect_applications"].search(m[1]) else "")
        for m in LINK["aspect"].finditer(text)
    )
    return Passage(plain, chapter, tuple(sentences), tuple(paragraphs), aspects)


@dataclass(slots=True)
class _Sentence:
    """A sentence with the topics, channels and link words found in it, each once."""

    index: int
    start: int
    end: int
    text: str
    topics: list[tuple[int, str]]
    channels: list[tuple[int, str]]
    inherited: str

    def before(self, offset: int) -> str:
        """The words of the sentence before ``offset``, no more than anybody would read back."""
        return self.text[max(0, offset - self.start - _BEFORE) : offset - self.start]

    def topic(self, offset: int) -> str:
        """The last topic named before ``offset``, else the one inherited."""
        best = self.inherited
        for at, name in self.topics:
            if at > offset:
                break
            best = name
        return best


def _sentence(passage: Passage, offset: int, before: _Sentence | None) -> _Sentence:
    index, start, end = passage.sentence(offset)
    if before is not None and before.index == index:
        return before
    text = passage.plain.text[start:end]
    if "《" in text:
        text = _BOOK.sub(lambda m: "《" + "文" * len(m[1]), text)
    topics = [
        (start + m.start(), str(m.lastgroup))
        for m in TOPIC.finditer(text)
        if m.lastgroup != _FOREIGN or text.rfind("“", 0, m.start()) <= text.rfind("”", 0, m.start())
    ]
    channels = [(start + m.start(), str(m.lastgroup)) for m in CHANNEL.finditer(text)]
    inherited = passage.aspect(start)
    if (
        before is not None
        and before.index == index - 1
        and before.topics
        and passage.plain.text[start - 1] != "\n"
    ):
        inherited = before.topics[-1][1]
    return _Sentence(index, start, end, text, topics, channels, inherited)


def _near(sentence: _Sentence, since: int, figure: Figure) -> tuple[str, int]:
    """The words of the clause before a figure and where they begin; one clause more where they say
    nothing.
    """
    floor = max(since, sentence.start, figure.start - _NEAR)
    window = sentence.text[floor - sentence.start : figure.start - sentence.start]
    if window.endswith("）") and "（" in window:
        window = window[: window.rindex("（")]
    at = [m.end() for m in LINK["delimiter"].finditer(window)]
    begin = at[-1] if at else 0
    if EMPTY.match(stripped(window[begin:].translate(_QUOTES))):
        after_figure = len(at) < 2 and floor == since > sentence.start
        begin = begin if after_figure else at[-2] if len(at) > 1 else 0
    return window[begin:], floor + begin


def _period(sentence: _Sentence, near: str, offset: int, year: int | None) -> str | None:
    """The period of a figure where it is not the year of the report: a year, or the words that limit it."""
    before = _ASIDE.sub(lambda m: " " * len(m[0]), sentence.before(offset))
    years = list(PERIOD["year"].finditer(before))
    since = years[-1].end() if years else 0
    if (change := PERIOD["change"].search(near)) is not None:
        return change[0]
    for kind in ("previous", "part"):
        found = PERIOD[kind].search(before, since)
        if found is not None and (kind == "part" or found.end() > len(before) - _NEAR):
            return found[0]
    if years and year is not None and int(years[-1][1]) != year:
        return years[-1][1]
    plan = PERIOD["plan"].search(near)
    return plan[0] if plan else None


def _scope(sentence: _Sentence, near: str, begin: int, name: str) -> tuple[str | None, bool]:
    """The scope that the clause names, and whether it is only a part of what the tables count."""
    if LINK["quoted"].search(sentence.text):
        return None, True
    if not name.startswith("applications."):
        quoted = SCOPE["quoted"].search(near)
        if quoted is not None:
            return quoted[1], False
    part = SCOPE["part"].search(near)
    if part is None and name.startswith("applications."):
        part = SCOPE["channel"].search(near)
    if part is None and name in _BASES:
        part = SCOPE["kind"].search(near)
    if part is not None:
        return part[0], True
    whole = SCOPE["whole"].search(near)
    if whole is not None:
        return whole[0], False
    office = SCOPE["office"].search(
        sentence.text, max(0, begin - sentence.start - 40), begin - sentence.start
    )
    return (office[0], True) if office else (None, False)


def _tail(sentence: _Sentence, figure: Figure, until: int) -> str:
    tail = sentence.text[figure.end - sentence.start : min(until, figure.end + _TAIL) - sentence.start]
    stop = LINK["delimiter"].search(tail)
    return tail[: stop.end()] if stop else tail


def _court(facts: list[Fact], sentence: _Sentence) -> tuple[str, bool] | None:
    """Reconsideration or litigation, whichever total was told last in this sentence, and whether it was
    firm.
    """
    for fact in reversed(facts[-_BACK:]):
        if fact.sentence != sentence.index:
            return None
        court, _, what = fact.name.partition(".")
        if court in {"reconsideration", "litigation"} and what == "total":
            return court, fact.wording.firm and fact.linked and not fact.restricted and fact.period is None
    return None


def _worded(
    sentence: _Sentence, near: str, figure: Figure, until: int, court: tuple[str, bool] | None
) -> tuple[Wording | None, str]:
    """What a figure is about, by the words around it, and the topic they stand under."""
    topic = sentence.topic(figure.start)
    plain_near = near.translate(_QUOTES)
    channel = None
    for at, name in sentence.channels:
        if at < figure.start:
            channel = name
    core = stripped(plain_near)
    words = (core, plain_near, _tail(sentence, figure, until), sentence.before(figure.start))
    wording = find(words, figure, topic, channel, court)
    if wording is not None and wording.needs == _REMEDIES:
        tied = sentence.inherited in {_APPLICATIONS, _REMEDIES} or LINK["disclosure"].search(sentence.text)
        tied = tied or LINK["against"].search(near)
        return (wording if tied else plain_wording(FOREIGN)), topic
    if wording is None or (wording.subject.name.startswith("published.") and topic == _FOREIGN):
        if topic == _FOREIGN and figure.unit:
            return plain_wording(FOREIGN), topic
        if wording is None and figure.unit and not everyday(figure):
            return plain_wording(UNKNOWN), topic
    if wording is not None and everyday(figure) and figure.value <= 1 and not wording.expected:
        return None, topic
    return wording, topic


def _anchored(facts: list[Fact], sentence: _Sentence, offset: int) -> bool:
    """True where a number of applications is what the passage speaks of: named before in the sentence, or
    told not long before. A list by attribute of disclosure (主动公开, 依申请公开, 不予公开) is none.
    """
    for fact in reversed(facts[-_BACK:]):
        if fact.sentence < sentence.index - 2:
            break
        if fact.name.startswith("records."):
            return False
        if fact.name in _BASES:
            return True
    return any(name == _APPLICATIONS and at < offset for at, name in sentence.topics)


def _linked(facts: list[Fact], sentence: _Sentence, figure: Figure) -> bool:
    """True where the part of the sentence that holds the figure speaks of disclosure, or goes on from one
    that does (信息公开类行政复议…件，诉讼…件).
    """
    at = figure.start - sentence.start
    since = sentence.text.rfind("；", 0, at) + 1
    tail = LINK["delimiter"].search(sentence.text, at)
    if LINK["disclosure"].search(sentence.text, since, tail.start() if tail else len(sentence.text)):
        return True
    last = facts[-1] if facts else None
    return (
        last is not None
        and last.sentence == sentence.index
        and last.linked
        and last.wording.needs == _REMEDIES
    )


def _fact(
    passage: Passage,
    sentence: _Sentence,
    figure: Figure,
    around: tuple[int, int, int | None],
    facts: list[Fact],
) -> Fact | None:
    """The figure as a fact, or None where it is none after all.

    ``around``: the end of the figure before, the start of the next, and the year of the report.
    """
    since, until, year = around
    near, begin = _near(sentence, since, figure)
    wording, topic = _worded(sentence, near, figure, until, _court(facts, sentence))
    if wording is None:
        return None
    scope, restricted = _scope(sentence, near, begin, wording.subject.name)
    before = sentence.before(figure.start)
    stop = LINK["delimiter"].search(passage.plain.text, figure.end)
    end = stop.start() if stop and stop.start() <= until else until
    return Fact(
        figure=figure,
        wording=wording,
        near=near,
        clause=(min(begin, figure.start), max(figure.end, min(end, sentence.end))),
        sentence=sentence.index,
        paragraph=bisect_right(passage.paragraphs, figure.start) - 1,
        topic=topic,
        depth=before.count("（") - before.count("）"),
        period=_period(sentence, near, figure.start, year),
        scope=scope,
        restricted=restricted,
        linked=passage.chapter == 4 or _linked(facts, sentence, figure),
        anchored=passage.chapter == 3 or _anchored(facts, sentence, figure.start),
    )


def facts(passage: Passage, year: int | None) -> list[Fact]:
    """Every figure of a chapter that is one, with what it is about. ``year`` is the report's."""
    found = list(figures(passage.plain.text))
    starts = [figure.start for figure in found[1:]] + [len(passage.plain.text)]
    out: list[Fact] = []
    sentence: _Sentence | None = None
    since = 0
    for figure, until in zip(found, starts, strict=False):
        sentence = _sentence(passage, figure.start, sentence)
        fact = _fact(passage, sentence, figure, (since, until, year), out)
        since = figure.end
        if fact is not None:
            out.append(fact)
    return out
