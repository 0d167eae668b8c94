"""Figures in their passages: sentence, clause, topic, period and scope of every figure of a chapter.

The words that decide what a figure is about stand near it: in its own clause before it (``near``), in a
few words after it (``tail``), or, where the clause is empty (共, 其中), in the clause before. The topic
is the last one named before it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

from gongkai.report.statements.numbers import Figure, everyday, figures
from gongkai.report.statements.phrases import EMPTY, LINK, PERIOD, SCOPE, stripped
from gongkai.report.statements.sentences import APPLICATIONS, FOREIGN_TOPIC, REMEDIES, Passage, Sentence
from gongkai.report.statements.subjects import FOREIGN, UNKNOWN, Wording, find, plain_wording

_NEAR: Final = 60
_TAIL: Final = 30
_QUOTES: Final = str.maketrans("", "", "“”‘’\"'")
_BASES: Final = frozenset(
    {"applications.received", "applications.answered", "applications.handled", "applications.brought_forward"}
)

_ACTS: Final = ("documents.", "licence.", "penalty.", "coercive_measure.")


@dataclass(slots=True)
class Fact:
    """A figure with what it is about. ``near`` is its clause before the number, ``clause`` the span of
    its clause.

    ``period`` is set where it is not the year of the report; ``restricted`` where it counts only a part
    of it, ``scope`` says which; ``own`` where the reporting organ is named; ``linked`` where the sentence
    itself speaks of disclosure, ``anchored`` where it follows a number of applications. ``depth`` counts
    open brackets.
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
    own: bool = False
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


@dataclass(slots=True)
class _Told:
    """What the figures so far leave open for the next: the last number of applications or of records told,
    the last total of a court, and whether the last figure was tied to disclosure.
    """

    facts: list[Fact] = field(default_factory=list)
    anchor: tuple[int, bool] = (-9, False)
    court: tuple[int, str, bool] = (-9, "", False)

    def add(self, fact: Fact) -> None:
        """Take a figure in."""
        self.facts.append(fact)
        name = fact.name
        if name.startswith("records."):
            self.anchor = (fact.sentence, False)
        elif name in _BASES:
            self.anchor = (fact.sentence, True)
        elif name.endswith(".total") and name.startswith(("reconsideration.", "litigation.")):
            firm = fact.wording.firm and fact.linked and not fact.restricted and fact.period is None
            self.court = (fact.sentence, name.partition(".")[0], firm)


def _near(sentence: Sentence, since: int, figure: Figure) -> tuple[str, int]:
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


def _period(sentence: Sentence, near: str, offset: int, year: int | None) -> str | None:
    """The period of a figure where it is not the year of the report: a year, or the words that limit it."""
    if (change := PERIOD["change"].search(near)) is not None:
        return change[0]
    named = sentence.period(offset, year)
    if named is not None:
        return named
    plan = PERIOD["plan"].search(near)
    return plan[0] if plan else None


def _scope(sentence: Sentence, near: str, begin: int, name: str) -> tuple[str | None, bool]:
    """The scope that the clause names, and whether it is only a part of what the tables count."""
    if sentence.quoted:
        return None, True
    if (other := sentence.organ(begin + len(near))) is not None:
        return other, True
    if name.startswith("applications.") and (subset := sentence.subset(begin + len(near))) is not None:
        return subset, True
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
        return whole[0], name.startswith(_ACTS)
    office = SCOPE["office"].search(
        sentence.text, max(0, begin - sentence.start - 40), begin - sentence.start
    )
    return (office[0], True) if office else (None, False)


def _tail(sentence: Sentence, figure: Figure, until: int) -> str:
    tail = sentence.text[figure.end - sentence.start : min(until, figure.end + _TAIL) - sentence.start]
    stop = LINK["delimiter"].search(tail)
    return tail[: stop.end()] if stop else tail


def _worded(
    sentence: Sentence, near: str, figure: Figure, until: int, court: tuple[str, bool] | None
) -> tuple[Wording | None, str]:
    """What a figure is about, by the words around it, and the topic they stand under."""
    topic = sentence.topic(figure.start)
    plain_near = near.translate(_QUOTES)
    core = stripped(plain_near)
    words = (core, plain_near, _tail(sentence, figure, until), sentence.before(figure.start))
    wording = find(words, figure, topic, sentence.channel(figure.start), court)
    if wording is not None and wording.needs == REMEDIES:
        tied = sentence.inherited in {APPLICATIONS, REMEDIES} or sentence.tied(0, len(sentence.text))
        tied = tied or LINK["against"].search(near) is not None
        return (wording if tied else plain_wording(FOREIGN)), topic
    if wording is None or (wording.subject.name.startswith("published.") and topic == FOREIGN_TOPIC):
        if topic == FOREIGN_TOPIC and figure.unit:
            return plain_wording(FOREIGN), topic
        if wording is None and figure.unit and not everyday(figure):
            return plain_wording(UNKNOWN), topic
    if wording is not None and everyday(figure) and figure.value <= 1 and not wording.expected:
        return None, topic
    return wording, topic


def _anchored(told: _Told, sentence: Sentence, offset: int) -> bool:
    """True where a number of applications is what the passage speaks of: named before in the sentence,
    told not long before, or by the heading. A list by attribute of disclosure (主动公开, 依申请公开,
    不予公开) is none.
    """
    index, anchored = told.anchor
    if sentence.attribute and index < sentence.index:
        return False
    if index >= sentence.index - 2:
        return anchored
    return sentence.of_applications(offset)


def _linked(told: _Told, sentence: Sentence, figure: Figure) -> bool:
    """True where the part of the sentence that holds the figure speaks of disclosure, or goes on from one
    that does (信息公开类行政复议…件，诉讼…件).
    """
    at = figure.start - sentence.start
    since = sentence.text.rfind("；", 0, at) + 1
    if sentence.tied(since, sentence.stop(figure.start) - sentence.start):
        return True
    last = told.facts[-1] if told.facts else None
    return (
        last is not None
        and last.sentence == sentence.index
        and last.linked
        and last.wording.needs == REMEDIES
    )


def _fact(
    passage: Passage,
    sentence: Sentence,
    figure: Figure,
    around: tuple[int, int, int | None],
    told: _Told,
) -> Fact | None:
    """The figure as a fact, or None where it is none after all.

    ``around``: the end of the figure before, the start of the next, and the year of the report.
    """
    since, until, year = around
    near, begin = _near(sentence, since, figure)
    index, court, firm = told.court
    of_court = (court, firm) if index == sentence.index else None
    wording, topic = _worded(sentence, near, figure, until, of_court)
    if wording is None:
        return None
    scope, restricted = _scope(sentence, near, begin, wording.subject.name)
    before = sentence.before(figure.start)
    end = min(sentence.stop(figure.end), until)
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
        own=sentence.names_itself(figure.start),
        linked=passage.chapter == 4 or _linked(told, sentence, figure),
        anchored=_anchored(told, sentence, figure.start),
    )


def facts(passage: Passage, year: int | None) -> list[Fact]:
    """Every figure of a chapter that is one, with what it is about. ``year`` is the report's."""
    found = list(figures(passage.plain.text))
    starts = [figure.start for figure in found[1:]] + [len(passage.plain.text)]
    told = _Told()
    sentence: Sentence | None = None
    since = 0
    for figure, until in zip(found, starts, strict=False):
        place = passage.sentence(figure.start)
        if sentence is None or sentence.index != place[0]:
            sentence = Sentence(passage, place, sentence)
        fact = _fact(passage, sentence, figure, (since, until, year), told)
        since = figure.end
        if fact is not None:
            told.add(fact)
    return told.facts
