"""一件申请的期限状态: what is known of one application while its events are gone through.

This is the only mutable thing among the clocks, and it never leaves :func:`gongkai.statute.clocks.clock`. The
reply period runs from a *base*; days of consultations are *left out*; an *extension* adds working days;
a day that was *set* (deferral, order of a court) replaces them all.

Source: 政府信息公开条例第三十条至第三十五条.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cache

from gongkai.statute.account import Left
from gongkai.statute.case_words import ASKED, Stage
from gongkai.statute.events import Asked, Channel
from gongkai.statute.intervals import Span, end, union
from gongkai.statute.parameters import value_on
from gongkai.statute.receipt import bases
from gongkai.statute.settings import Reading, Settings
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotAllowed, NotInForce

REGULATION = "《中华人民共和国政府信息公开条例》"
EXCLUDED = f"{REGULATION}第三十三条第三款"


@dataclass(frozen=True, slots=True)
class Periods:
    """The periods in force on a day, in working days, with the article of the reply period."""

    reply: int
    extension: int
    correction_notice: int
    opinion: int
    article: str


@cache
def periods_on(day: dt.date) -> Periods:
    """The periods in force; raises :class:`NotAllowed` for a day before the Regulation as revised."""
    try:
        reply = value_on("reply_period", day)
        return Periods(
            reply.content["days"],
            value_on("extension_limit", day).content["days"],
            value_on("correction_notice_period", day).content["days"],
            value_on("opinion_period", day).content["days"],
            reply.article,
        )
    except NotInForce as error:
        raise NotAllowed(f"{error}此前收到的申请只能用“gongkai due”计算答复期限。", REGULATION) from None


@dataclass(slots=True)
class Consultation:
    """One letter asking for an opinion; ``last`` is the last day for the answer, where it is known."""

    id: str
    to: Asked
    sent: dt.date
    received: dt.date | None = None
    returned: dt.date | None = None
    last: dt.date | None = None
    counted: bool = True
    over: bool = False
    """Whether it belongs to an earlier handling, before a remand."""

    def open_on(self, day: dt.date) -> bool:
        """Whether an answer is still awaited on that day."""
        return self.returned is None and not self.over and (self.last is None or day <= self.last)

    def left_out(self, today: dt.date, reading: Reading) -> tuple[dt.date, dt.date] | None:
        """The days (start, stop] that it leaves out, as known ``today``; None where it leaves out none."""
        start = (self.received or self.returned) if reading.consultation_from_receipt else self.sent
        if start is None or not self.counted:
            return None
        stop = self.returned or self.last or today
        if self.last is not None and self.last < stop and not reading.late_opinion_excluded:
            stop = self.last
        return start, stop


@dataclass(slots=True)
class Pause:
    """Other days left out: from ``start`` until ``stop``, or until today."""

    start: dt.date
    stop: dt.date | None
    why: str


@dataclass(slots=True)
class Case:
    """The state of one application after some of its events."""

    calendar: Calendar
    settings: Settings
    reading: Reading
    periods: Periods
    stage: Stage | None = None
    channel: Channel | None = None
    submitted: dt.date | None = None
    received: dt.date | None = None
    first_strict: dt.date | None = None
    first_lenient: dt.date | None = None
    strict_base: dt.date | None = None
    lenient_base: dt.date | None = None
    base_words: str = ""
    extension: int = 0
    used: int = 0
    set_day: dt.date | None = None
    set_words: str = ""
    consultations: dict[str, Consultation] = field(default_factory=dict)
    pauses: list[Pause] = field(default_factory=list)
    corrections: int = 0
    corrected: bool = False
    correction_last: dt.date | None = None
    correction_set: bool = False
    without_restart: dt.date | None = None
    stopped: dt.date | None = None
    payment_last: dt.date | None = None
    payment_article: str = ""
    reasons: bool | None = None
    outcome: str | None = None
    decided: dt.date | None = None
    dispatched: dt.date | None = None
    delivered: dt.date | None = None
    closed: dt.date | None = None
    withdrawn: bool = False
    remanded: dt.date | None = None
    breaches: list[str] = field(default_factory=list)

    def consulting(self, day: dt.date) -> bool:
        """Whether an opinion is still awaited on that day."""
        return any(one.open_on(day) for one in self.consultations.values())

    def stage_on(self, day: dt.date) -> Stage | None:
        """Where it stands on a day after its last event: consulting, while an opinion is awaited."""
        if self.stage is Stage.PROCESSING and self.consultations and self.consulting(day):
            return Stage.CONSULTING
        return self.stage

    def begin(self, on: dt.date, words: str) -> None:
        """Let the reply period run anew from ``on``: nothing is left out, extensions are used up (A9)."""
        self.strict_base, self.lenient_base = bases(on, self.calendar, self.settings)
        self.base_words = words
        self.extension = 0
        self.set_day = None
        if self.reading.extension_resets:
            self.used = 0
        for one in self.consultations.values():
            one.counted = False
        self.pauses.clear()

    def due(self, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
        """The strict and the lenient last day for the reply, as known ``today``; None where none runs."""
        if self.set_day is not None:
            return self.set_day, self.set_day
        strict, lenient = self.strict_base, self.lenient_base
        if strict is None:
            return None, None
        spans = self._spans(today)
        first = self._end(strict, spans)
        if lenient is None or lenient == strict:
            return first, first if lenient else None
        return first, self._end(lenient, spans)

    def left(self, today: dt.date) -> list[Left]:
        """The days left out, each with its reason, for the account."""
        out = []
        for one in self.consultations.values():
            span = one.left_out(today, self.reading)
            if span:
                out.append(Left(*span, f"征求{ASKED[one.to]}意见期间，不计算在内（{EXCLUDED}）"))
        out += [Left(one.start, one.stop or today, one.why) for one in self.pauses]
        return out

    def _spans(self, today: dt.date) -> list[Span]:
        if not self.consultations and not self.pauses:
            return []
        rank = self.calendar.rank
        spans = []
        for one in self.consultations.values():
            span = one.left_out(today, self.reading)
            if span:
                spans.append((rank(span[0]), rank(span[1])))
        for pause in self.pauses:
            spans.append((rank(pause.start), rank(pause.stop or today)))
        return union(spans) if len(spans) > 1 else spans

    def _end(self, base: dt.date, spans: list[Span]) -> dt.date:
        count = self.periods.reply + self.extension
        if not spans:
            return self.calendar.nth_after(base, count)
        return self.calendar.at(end(self.calendar.rank(base), count, spans))
