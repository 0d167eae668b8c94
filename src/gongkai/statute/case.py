"""一件申请的期限状态: what is known of one application while its events are gone through.

This is the only mutable thing among the clocks, and it never leaves :func:`gongkai.statute.clocks.clock`. The
reply period runs from a *base*; days of consultations are *left out*; an *extension* adds working days;
a day that was *set* (deferral, order of a court) replaces them all.

Source: 政府信息公开条例第三十条至第三十五条.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
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


@dataclass
class Case:
    """The state of one application after some of its events."""

    calendar: Calendar
    settings: Settings
    reading: Reading
    periods: Periods
    stage: Stage | None = field(default=None, init=False)
    channel: Channel | None = field(default=None, init=False)
    submitted: dt.date | None = field(default=None, init=False)
    received: dt.date | None = field(default=None, init=False)
    first_strict: dt.date | None = field(default=None, init=False)
    first_lenient: dt.date | None = field(default=None, init=False)
    strict_base: dt.date | None = field(default=None, init=False)
    strict_rank: int = field(default=0, init=False)
    lenient_base: dt.date | None = field(default=None, init=False)
    lenient_rank: int = field(default=0, init=False)
    base_words: str = field(default="", init=False)
    extension: int = field(default=0, init=False)
    used: int = field(default=0, init=False)
    set_day: dt.date | None = field(default=None, init=False)
    set_words: str = field(default="", init=False)
    consultations: dict[str, Consultation] = field(default_factory=dict)
    pauses: list[Pause] = field(default_factory=list)
    spans: Sequence[Span] | None = field(default=None, init=False)
    """What is left out, as ranks, once every end of it is known; None where it must be found anew."""
    corrections: int = field(default=0, init=False)
    corrected: bool = field(default=False, init=False)
    correction_last: dt.date | None = field(default=None, init=False)
    correction_set: bool = field(default=False, init=False)
    without_restart: dt.date | None = field(default=None, init=False)
    stopped: dt.date | None = field(default=None, init=False)
    payment_last: dt.date | None = field(default=None, init=False)
    payment_article: str = field(default="", init=False)
    charged: bool = field(default=False, init=False)
    reasons: bool | None = field(default=None, init=False)
    outcome: str | None = field(default=None, init=False)
    decisions: tuple[str, ...] = field(default=(), init=False)
    dispatched: dt.date | None = field(default=None, init=False)
    delivered: dt.date | None = field(default=None, init=False)
    closed: dt.date | None = field(default=None, init=False)
    withdrawn: bool = field(default=False, init=False)
    remanded: dt.date | None = field(default=None, init=False)
    breaches: list[str] = field(default_factory=list)

    @property
    def replied(self) -> dt.date | None:
        """The day that decides whether the reply is in time: that of dispatch, or of delivery by setting."""
        return self.delivered if self.reading.timely_by_delivery else self.dispatched

    def consulting(self, day: dt.date) -> bool:
        """Whether an opinion is still awaited on that day."""
        for one in self.consultations.values():  # noqa: SIM110  # a third of the time of any()
            if one.open_on(day):
                return True
        return False

    def stage_on(self, day: dt.date) -> Stage | None:
        """Where it stands on a day after its last event: consulting, while an opinion is awaited."""
        if self.stage is Stage.PROCESSING and self.consulting(day):
            return Stage.CONSULTING
        return self.stage

    def begin(self, on: dt.date, words: str) -> None:
        """Let the reply period run anew from ``on``: nothing is left out, extensions are used up (A9)."""
        self.run_from(*bases(on, self.calendar, self.settings), words)
        self.extension = 0
        self.set_day = None
        if self.reading.extension_resets:
            self.used = 0
        for one in self.consultations.values():
            one.counted = False
        self.pauses.clear()
        self.spans = None

    def run_from(self, strict: dt.date, lenient: dt.date | None, words: str) -> None:
        """Let the reply period run from these bases; ``lenient`` None while a confirmation is awaited."""
        self.strict_base, self.lenient_base, self.base_words = strict, lenient, words
        self.strict_rank = self.lenient_rank = self.calendar.rank(strict)
        if lenient is not None and lenient != strict:
            self.lenient_rank = self.calendar.rank(lenient)

    def due(self, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
        """The strict and the lenient last day for the reply; None where none runs.

        As known ``today``, or on the day of dispatch, after which nothing moves them.
        """
        today = self.dispatched or today
        if self.set_day is not None:
            return self.set_day, self.set_day
        if self.strict_base is None:
            return None, None
        spans: Sequence[Span] = ()
        if self.consultations or self.pauses:
            spans = self.spans if self.spans is not None else self._spans(today)
        count = self.periods.reply + self.extension
        at = self.calendar.at
        strict = at(end(self.strict_rank, count, spans))
        if self.lenient_base is None:
            return strict, None
        if self.lenient_rank == self.strict_rank:
            return strict, strict
        return strict, at(end(self.lenient_rank, count, spans))

    def left(self, today: dt.date) -> list[Left]:
        """The days left out, each with its reason, for the account."""
        out = []
        for one in self.consultations.values():
            span = one.left_out(today, self.reading)
            if span:
                out.append(Left(*span, f"征求{ASKED[one.to]}意见期间，不计算在内（{EXCLUDED}）"))
        out += [Left(one.start, one.stop or today, one.why) for one in self.pauses]
        return out

    def _spans(self, today: dt.date) -> Sequence[Span]:
        rank = self.calendar.rank
        spans, fixed = [], True
        for one in self.consultations.values():
            span = one.left_out(today, self.reading)
            if span is not None:
                spans.append((rank(span[0]), rank(span[1])))
                fixed = fixed and (one.returned or one.last) is not None
        for pause in self.pauses:
            spans.append((rank(pause.start), rank(pause.stop or today)))
            fixed = fixed and pause.stop is not None
        joined = union(spans) if len(spans) > 1 else spans
        self.spans = joined if fixed else None
        return joined
