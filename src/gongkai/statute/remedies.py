"""救济途径: what an applicant or a third party may do against a reply, until when, and before whom.

不予公开 under arts. 14–16 must go to reconsideration first (复议前置); against the rest reconsideration or
a suit. Periods in natural days and months end on the first day that is no holiday. The deadlines of the
organ as respondent stand here too. The numbers are in ``parameters/reconsideration.toml`` and
``litigation.toml``.

>>> import datetime as dt
>>> from gongkai.statute.working_days import Calendar
>>> found = rights("withheld.deliberative", dt.date(2026, 3, 10), Calendar.national())
>>> found.reconsideration_first, str(found.reconsideration.last_day), found.suit
(True, '2026-05-09', None)

Source: 行政复议法 (2023) arts. 20, 22–28, 34, 48, 54, 62, 88; 行政诉讼法 arts. 14, 15, 18, 45, 46, 67;
法释〔2018〕1号 arts. 64, 66; 法释〔2025〕8号 arts. 1, 2.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from gongkai.statute.decisions import DecisionKind, Remedy, decision, kinds, kinds_of
from gongkai.statute.parameters import value_on
from gongkai.statute.periods import months, natural_days
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotAllowed, NotInForce

OVERDUE = "overdue"
"""The outcome that is none: the organ did not reply in time."""


class Way(StrEnum):
    """Which way is open: reconsideration first, either, first for a part and either for the rest, none."""

    FIRST = "reconsideration_first"
    EITHER = "either"
    SPLIT = "split"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Period:
    """A period: where it starts, its length, the day it ends on by count, and the last day after roll-over.

    ``provisional``: the yearly notice that decides whether the last day is a holiday is not known yet.
    """

    start: dt.date
    count: int
    unit: str
    counted_to: dt.date
    last_day: dt.date
    provisional: bool
    article: str
    mark: str


@dataclass(frozen=True, slots=True)
class Rights:
    """What is open against one outcome. ``suit`` is None where none may be filed before reconsideration.

    ``untold`` are the last days where the letter did not tell of the rights. ``internet``: the letter must
    also give the internet channel of the body that reconsiders. ``recommended`` names the better way first.
    """

    outcome: str
    start: dt.date
    third_party: bool
    way: Way
    reconsideration: Period | None
    suit: Period | None
    after_days: int
    untold_reconsideration: Period | None
    untold_suit: Period | None
    internet: bool
    recommended: str | None
    articles: tuple[str, ...]

    @property
    def reconsideration_first(self) -> bool:
        """Whether reconsideration comes first, for all or for the withheld part."""
        return self.way in (Way.FIRST, Way.SPLIT)


def period(start: dt.date, data: Mapping[str, Any], calendar: Calendar) -> Period:
    """The period of a parameter: natural days or months rolled over to a working day, or working days."""
    if data["unit"] == "working_day":
        count = data["days"]
        counted = last = calendar.nth_after(start, count)
    elif data["unit"] == "month":
        count = data["months"]
        counted, last = months(start, count, calendar, roll=False), months(start, count, calendar)
    else:
        count = data["days"]
        counted, last = natural_days(start, count, calendar, roll=False), natural_days(start, count, calendar)
    open_year = not (calendar.known(counted) and calendar.known(last))
    return Period(start, count, data["unit"], counted, last, open_year, data["article"], data["mark"])


def way_of(key: str, grounds: Collection[str] = (), settings: Settings | None = None) -> Way:
    """The way against a kind of decision; ``grounds`` are those of the withheld part of a partial one.

    A partial one without grounds is taken to rest on arts. 14–16. Raises :class:`NotAllowed` for an unknown
    kind.
    """
    points = settings or Settings.default()
    kind = decision(key)
    if kind.remedy_setting == "query.remedy":
        return Way.FIRST if points.of("query.remedy") == "M1" else Way.EITHER
    if kind.remedy is not Remedy.BY_GROUND:
        return Way(kind.remedy.value)
    first = [ground for ground in grounds if way_of(ground, (), points) is Way.FIRST]
    if grounds and not first:
        return Way.EITHER
    return {"both": Way.SPLIT, "M1": Way.FIRST, "M2": Way.EITHER}[str(points.of("partial.remedy"))]


def rights(
    outcome: str,
    delivered: dt.date,
    calendar: Calendar,
    *,
    grounds: Collection[str] = (),
    third_party: bool = False,
    electronic: bool = False,
    settings: Settings | None = None,
) -> Rights:
    """What may be done against ``outcome``: a kind of decision, a row of the form, or ``overdue``.

    ``delivered`` is the day on which the letter reached its reader; for ``overdue`` the last day of the reply
    period. ``third_party``: the reader is the third party to whom disclosure was notified. Raises
    :class:`NotAllowed` for an outcome that there is not or that nobody can attack, and
    :class:`NotInForce` for days before the law.
    """
    points = settings or Settings.default()
    if outcome == OVERDUE:
        if third_party:
            raise NotAllowed("逾期未答复涉及的是申请人，第三方没有相应的救济。", "《条例》第三十三条")
        return _overdue(delivered, calendar, points)
    way = Way.EITHER if third_party else _way_of_row(outcome, grounds, points)
    if third_party:
        _discloses(outcome)
    review = value_on("reconsideration", delivered).content
    court = value_on("litigation", delivered).content
    open_way = way is not Way.NONE
    articles = [review["filing"]["article"]]
    if way in (Way.FIRST, Way.SPLIT):
        articles += [review["first"]["article"], court["after_reconsideration"]["article"]]
    if electronic:
        articles.append(review["internet"]["article"])
    if way in (Way.EITHER, Way.SPLIT):
        articles.append(court["filing"]["article"])
    articles += _interpretation(delivered)
    return Rights(
        outcome=outcome,
        start=delivered,
        third_party=third_party,
        way=way,
        reconsideration=period(delivered, review["filing"], calendar) if open_way else None,
        suit=period(delivered, court["filing"], calendar) if way in (Way.EITHER, Way.SPLIT) else None,
        after_days=court["after_reconsideration"]["days"],
        untold_reconsideration=period(delivered, review["filing_untold"], calendar) if open_way else None,
        untold_suit=period(delivered, court["filing_untold"], calendar)
        if way in (Way.EITHER, Way.SPLIT)
        else None,
        internet=electronic and open_way,
        recommended=None,
        articles=tuple(articles) if open_way else (),
    )


def _way_of_row(outcome: str, grounds: Collection[str], points: Settings) -> Way:
    """The way for a kind, or for a row whose kinds all have the same."""
    if outcome in {kind.key for kind in kinds()}:
        return way_of(outcome, grounds, points)
    ways = {way_of(kind.key, grounds, points) for kind in kinds_of(outcome)}
    if len(ways) == 1:
        return ways.pop()
    decision(outcome)
    raise AssertionError(outcome)  # pragma: no cover  # decision() refuses every key that is no kind


def _discloses(outcome: str) -> None:
    """A third party can only attack a decision that gives something out."""
    rows: set[str] = {kind.row for kind in (*kinds_of(outcome), *_kind_alone(outcome))}
    if not rows:
        decision(outcome)
    if not rows & {"disclosed", "partly_disclosed"}:
        raise NotAllowed(
            "这种处理没有公开任何内容，不涉及第三方的权益；第三方的救济只针对决定公开的答复。",
            "《条例》第三十二条",
        )


def _kind_alone(outcome: str) -> tuple[DecisionKind, ...]:
    return tuple(kind for kind in kinds() if kind.key == outcome)


def _overdue(ended: dt.date, calendar: Calendar, points: Settings) -> Rights:
    """No reply in time (setting ``overdue.remedy``): both ways are told, reconsideration recommended."""
    review = value_on("reconsideration", ended).content
    court = value_on("litigation", ended).content
    choice = points.of("overdue.remedy")
    return Rights(
        outcome=OVERDUE,
        start=ended,
        third_party=False,
        way=Way.FIRST if choice == "M1" else Way.EITHER,
        reconsideration=period(ended, review["filing_inaction"], calendar),
        suit=None if choice == "M1" else period(ended, court["filing_inaction"], calendar),
        after_days=court["after_reconsideration"]["days"],
        untold_reconsideration=None,
        untold_suit=None,
        internet=False,
        recommended="reconsideration" if choice == "both" else None,
        articles=(
            review["inaction_first"]["article"],
            review["filing_inaction"]["article"],
            court["filing_inaction"]["article"],
            *_interpretation(ended),
        ),
    )


def _interpretation(day: dt.date) -> tuple[str, ...]:
    """The article on which replies may be sued directly; none before it was in force."""
    try:
        return (value_on("direct_suit", day).article,)
    except NotInForce:
        return ()


def suit_after(received_on: dt.date, calendar: Calendar) -> Period:
    """The last day to sue after a decision on reconsideration was received, or its period ran out."""
    return period(received_on, value_on("litigation", received_on).content["after_reconsideration"], calendar)
