"""一件申请的期限状态: what is known of one application while its events are gone through.

This is the only mutable thing among the clocks: the events change it, and nothing does after
:func:`gongkai.statute.clocks.case_on` has given it out. The reply period runs from a *base*; days of
consultations are *left out*; an *extension* adds working days; a day that was *set* (deferral, order of a
court) replaces them all.

Source: 政府信息公开条例第三十条至第三十五条.
"""

from __future__ import annotations

import datetime as dt
from bisect import insort
from dataclasses import dataclass
from typing import NamedTuple

from gongkai.statute.account import Left
from gongkai.statute.case_words import ASKED, CONSULTING, PROCESSING, Breach, Stage
from gongkai.statute.events import Asked, Channel, Event
from gongkai.statute.parameters import value_on
from gongkai.statute.receipt import Receipt, bases, receipt
from gongkai.statute.settings import Reading, Settings
from gongkai.statute.working_days import Calendar, Span
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


_PERIODS: dict[dt.date, Periods] = {}
"""The periods by day, as far as a day was asked for: half the time of ``functools.cache``."""


def periods_on(day: dt.date) -> Periods:
    """The periods in force; raises :class:`NotAllowed` for a day before the Regulation as revised."""
    try:
        return _PERIODS[day]
    except KeyError:
        found = _PERIODS[day] = _in_force(day)
        return found


def _in_force(day: dt.date) -> Periods:
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


class Consultation:
    """One letter asking for an opinion, by the event of its dispatch; ``last`` is the last day for the
    answer, where it is known; not ``awaited`` is one that was answered, or that a remand has ended; not
    ``counted`` is one from before the period began anew.
    """

    __slots__ = ("asked", "awaited", "counted", "last", "received", "returned")

    def of(self, asked: Event) -> Consultation:
        """This one, sent by that event and no more (no ``__init__``: CPython 3.11 calls it more slowly)."""
        self.asked = asked
        self.received: dt.date | None = None
        self.returned: dt.date | None = None
        self.last: dt.date | None = None
        self.awaited = self.counted = True
        return self

    @property
    def to(self) -> Asked | None:
        """Who is asked."""
        return self.asked.to

    def left_out(self, today: dt.date, reading: Reading) -> tuple[dt.date, dt.date] | None:
        """The days (start, stop] that it leaves out, as known ``today``; None where it leaves out none."""
        start = (self.received or self.returned) if reading.consultation_from_receipt else self.asked.on
        if start is None or not self.counted:
            return None
        last = self.last
        stop = self.returned or last or today
        if last is not None and last < stop and not reading.late_opinion_excluded:
            stop = last
        return start, stop


@dataclass(slots=True)
class Pause:
    """Other days left out: from ``start`` until ``stop``, or until today."""

    start: dt.date
    stop: dt.date | None
    why: str


class Correction(NamedTuple):
    """The one correction that may be asked for: the ``last`` day for it, where it is known, whether the
    organ set that day itself, and whether a correction came.
    """

    last: dt.date | None
    is_set: bool
    came: bool


class Fee(NamedTuple):
    """The one notice of a fee: the last day for the payment, where it is known, and the article."""

    last: dt.date | None
    article: str


NOT_ASKED, NOT_CHARGED = Correction(None, is_set=False, came=False), Fee(None, "")
"""The correction and the fee of a case that got no such notice."""


class SetDay(NamedTuple):
    """A day that stands instead of the period, what is said of it in the account, and the article."""

    on: dt.date
    words: str
    article: str


class Case:
    """The state of one application after some of its events.

    ``restarted`` says why the base is no longer that of the receipt, with the article; ``waiting`` is the
    number of consultations that are awaited; ``period`` is the reply period with its extensions; ``spans``
    is what is left out whatever comes, as ranks in the order of their starts.
    """

    __slots__ = (
        "breaches", "calendar", "channel", "consultations", "correction", "decisions",
        "delivered", "dispatched", "fee", "lenient_base", "outcome", "pauses", "period", "periods",
        "reading", "reasons", "received", "remanded", "restarted", "set_day", "settings", "spans",
        "stage", "stopped", "strict_base", "submitted", "used", "waiting", "withdrawn", "without_restart",
    )  # fmt: skip

    def of(self, calendar: Calendar, settings: Settings, periods: Periods) -> Case:
        """This one, with nothing on file yet (no ``__init__``: CPython 3.11 calls it more slowly)."""
        self.calendar = calendar
        self.settings = settings
        self.reading = settings.reading
        self.periods = periods
        self.stage: Stage | None = None
        self.channel: Channel | None = None
        self.submitted: dt.date | None = None
        self.received: dt.date | None = None
        self.strict_base: dt.date | None = None
        self.lenient_base: dt.date | None = None
        self.restarted: tuple[str, str] | None = None
        self.period = periods.reply
        self.used = 0
        self.set_day: SetDay | None = None
        self.consultations: dict[str, Consultation] = {}
        self.waiting = 0
        self.pauses: tuple[Pause, ...] = ()
        self.spans: list[Span] = []
        self.correction = NOT_ASKED
        self.fee = NOT_CHARGED
        self.stopped: dt.date | None = None
        self.without_restart: dt.date | None = None
        self.reasons: bool | None = None
        self.outcome: str | None = None
        self.decisions: tuple[str, ...] = ()
        self.dispatched: dt.date | None = None
        self.delivered: dt.date | None = None
        self.withdrawn = False
        self.remanded: dt.date | None = None
        self.breaches: tuple[Breach, ...] = ()
        return self

    @property
    def first(self) -> Receipt | None:
        """The receipt, whatever let the period run anew since; None before there is one."""
        return receipt(self.channel, self.submitted, self.received, self.calendar, self.settings)

    @property
    def correction_last(self) -> dt.date | None:
        """The last day for the correction; None where none was asked for, or its arrival is not known."""
        return self.correction.last

    @property
    def payment_last(self) -> dt.date | None:
        """The last day for the payment; None where none was asked for, or its arrival is not known."""
        return self.fee.last

    @property
    def replied(self) -> dt.date | None:
        """The day that decides whether the reply is in time: that of dispatch, or of delivery by setting."""
        return self.delivered if self.reading.timely_by_delivery else self.dispatched

    def consulting(self, day: dt.date) -> bool:
        """Whether an opinion is still awaited on that day."""
        return self.waiting > 0 and any(one.last is None or day <= one.last for one in self.awaited())

    def awaited(self) -> list[Consultation]:
        """The consultations whose answer is awaited, in the order in which they were sent."""
        return [one for one in self.consultations.values() if one.awaited]

    def stage_on(self, day: dt.date) -> Stage | None:
        """Where it stands on a day after its last event: consulting, while an opinion is awaited."""
        stage = self.stage
        if stage is PROCESSING and self.consulting(day):
            return CONSULTING
        return stage

    def begin(self, on: dt.date, words: str, article: str) -> None:
        """Let the reply period run anew from ``on``: nothing is left out, extensions are used up (A9)."""
        self.strict_base, self.lenient_base = bases(on, self.calendar, self.settings)
        self.restarted = words, article
        self.period = self.periods.reply
        self.set_day = None
        if self.reading.extension_resets:
            self.used = 0
        for one in self.consultations.values():
            one.counted = False
        self.pauses = ()
        self.spans.clear()

    def due(self, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
        """The strict and the lenient last day for the reply; None where none runs.

        As known ``today``, or on the day of dispatch, after which nothing moves them.
        """
        if self.set_day is not None:
            return self.set_day.on, self.set_day.on
        base, late = self.strict_base, self.lenient_base
        if base is None:
            return None, None
        spans = self._spans(today) if self.waiting or self.pauses else self.spans
        strict = self.calendar.nth_after(base, self.period, spans)
        if late is None or late is base:  # two equal days are mostly one object; counting twice is no mistake
            return strict, late and strict
        return strict, self.calendar.nth_after(late, self.period, spans)

    def strict_due(self, today: dt.date) -> dt.date | None:
        """The strict of the two days of :meth:`due`, which is never after the lenient one."""
        if self.set_day is not None:
            return self.set_day.on
        base = self.strict_base
        if base is None:
            return None
        spans = self._spans(today) if self.waiting or self.pauses else self.spans
        return self.calendar.nth_after(base, self.period, spans)

    def left(self, today: dt.date) -> list[Left]:
        """The days left out, each with its reason, for the account."""
        out = []
        for one in self.consultations.values():
            span, to = one.left_out(today, self.reading), one.to
            if span and to:
                out.append(Left(*span, f"征求{ASKED[to]}意见期间，不计算在内（{EXCLUDED}）"))
        out += [Left(one.start, one.stop or today, one.why) for one in self.pauses]
        return out

    def leave_out(self, days: tuple[dt.date, dt.date]) -> None:
        """Leave the days (start, stop] out of the reply period for good."""
        span = self.calendar.span(days[0], days[1])
        spans = self.spans
        if not spans:
            spans.append(span)
            return
        first, last = span
        begun, ended = spans[-1]
        if not begun <= first <= ended:
            insort(spans, span)
        elif last > ended:  # it goes on with what the latest one leaves out
            spans[-1] = begun, last

    def _spans(self, today: dt.date) -> list[Span]:
        """What is left out as known ``today``, with what has not ended yet."""
        today = self.dispatched or today
        span = self.calendar.span
        open_ones = [one.left_out(today, self.reading) for one in self.awaited()]
        open_ones += [(pause.start, today) for pause in self.pauses if pause.stop is None]
        return sorted(self.spans + [span(*one) for one in open_ones if one])
