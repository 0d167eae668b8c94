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
from functools import cache

from gongkai.statute.account import Left
from gongkai.statute.case_words import ASKED, CONSULTING, PROCESSING, Stage
from gongkai.statute.events import Asked, Channel
from gongkai.statute.parameters import value_on
from gongkai.statute.receipt import Receipt, bases
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


class Consultation:
    """One letter asking for an opinion; ``last`` is the last day for the answer, where it is known;
    not ``counted`` is one from before the period began anew.
    """

    __slots__ = ("counted", "id", "last", "received", "returned", "sent", "to")

    def __init__(self, id: str, to: Asked, sent: dt.date) -> None:
        """Sent on that day, and no more."""
        self.id, self.to, self.sent = id, to, sent
        self.received: dt.date | None = None
        self.returned: dt.date | None = None
        self.last: dt.date | None = None
        self.counted = True

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


class Case:
    """The state of one application after some of its events.

    ``restarted`` says why the base is no longer that of the receipt, with the article; ``awaited`` are the
    consultations whose answer has not come; ``spans`` is what is left out whatever comes, as ranks in the
    order of their starts; ``notified`` tells that a correction was asked for, which is done once.
    """

    __slots__ = (
        "awaited", "breaches", "calendar", "channel", "charged", "closed", "consultations",
        "corrected", "correction_last", "correction_set", "decisions", "delivered", "dispatched",
        "extension", "first", "lenient_base", "notified", "outcome", "pauses", "payment_article",
        "payment_last", "periods", "reading", "reasons", "received", "remanded", "restarted",
        "set_article", "set_day", "set_words", "settings", "spans", "stage", "stopped", "strict_base",
        "submitted", "used", "withdrawn", "without_restart",
    )  # fmt: skip

    def __init__(self, calendar: Calendar, settings: Settings, periods: Periods) -> None:
        """Nothing is on file yet."""
        self.calendar = calendar
        self.settings = settings
        self.reading = settings.reading
        self.periods = periods
        self.stage: Stage | None = None
        self.channel: Channel | None = None
        self.submitted: dt.date | None = None
        self.received: dt.date | None = None
        self.first: Receipt | None = None
        self.strict_base: dt.date | None = None
        self.lenient_base: dt.date | None = None
        self.restarted: tuple[str, str] | None = None
        self.extension = 0
        self.used = 0
        self.set_day: dt.date | None = None
        self.set_words = ""
        self.set_article = ""
        self.consultations: dict[str, Consultation] = {}
        self.awaited: dict[str, Consultation] = {}
        self.pauses: list[Pause] = []
        self.spans: list[Span] = []
        self.notified = False
        self.corrected = False
        self.correction_last: dt.date | None = None
        self.correction_set = False
        self.without_restart: dt.date | None = None
        self.stopped: dt.date | None = None
        self.payment_last: dt.date | None = None
        self.payment_article = ""
        self.charged = False
        self.reasons: bool | None = None
        self.outcome: str | None = None
        self.decisions: tuple[str, ...] = ()
        self.dispatched: dt.date | None = None
        self.delivered: dt.date | None = None
        self.closed: dt.date | None = None
        self.withdrawn = False
        self.remanded: dt.date | None = None
        self.breaches: list[str] = []

    @property
    def replied(self) -> dt.date | None:
        """The day that decides whether the reply is in time: that of dispatch, or of delivery by setting."""
        return self.delivered if self.reading.timely_by_delivery else self.dispatched

    def consulting(self, day: dt.date) -> bool:
        """Whether an opinion is still awaited on that day."""
        for one in self.awaited.values():  # noqa: SIM110  # a third of the time of any()
            if one.last is None or day <= one.last:
                return True
        return False

    def stage_on(self, day: dt.date) -> Stage | None:
        """Where it stands on a day after its last event: consulting, while an opinion is awaited."""
        if self.stage is PROCESSING and self.consulting(day):
            return CONSULTING
        return self.stage

    def begin(self, on: dt.date, words: str, article: str) -> None:
        """Let the reply period run anew from ``on``: nothing is left out, extensions are used up (A9)."""
        self.strict_base, self.lenient_base = bases(on, self.calendar, self.settings)
        self.restarted = words, article
        self.extension = 0
        self.set_day = None
        if self.reading.extension_resets:
            self.used = 0
        for one in self.consultations.values():
            one.counted = False
        self.pauses.clear()
        self.spans.clear()

    def due(self, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
        """The strict and the lenient last day for the reply; None where none runs.

        As known ``today``, or on the day of dispatch, after which nothing moves them.
        """
        today = self.dispatched or today
        if self.set_day is not None:
            return self.set_day, self.set_day
        if self.strict_base is None:
            return None, None
        spans = self._spans(today) if self.awaited or self.pauses else self.spans
        count = self.periods.reply + self.extension
        strict = self.calendar.nth_after(self.strict_base, count, spans)
        if self.lenient_base is None or self.lenient_base == self.strict_base:
            return strict, self.lenient_base and strict
        return strict, self.calendar.nth_after(self.lenient_base, count, spans)

    def left(self, today: dt.date) -> list[Left]:
        """The days left out, each with its reason, for the account."""
        out = []
        for one in self.consultations.values():
            span = one.left_out(today, self.reading)
            if span:
                out.append(Left(*span, f"征求{ASKED[one.to]}意见期间，不计算在内（{EXCLUDED}）"))
        out += [Left(one.start, one.stop or today, one.why) for one in self.pauses]
        return out

    def leave_out(self, start: dt.date, stop: dt.date) -> None:
        """Leave the days (start, stop] out of the reply period for good."""
        rank = self.calendar.rank
        insort(self.spans, (rank(start), rank(stop)))

    def _spans(self, today: dt.date) -> list[Span]:
        """What is left out as known ``today``, with what has not ended yet."""
        rank = self.calendar.rank
        open_ones = [one.left_out(today, self.reading) for one in self.awaited.values()]
        open_ones += [(pause.start, today) for pause in self.pauses if pause.stop is None]
        return sorted(self.spans + [(rank(one[0]), rank(one[1])) for one in open_ones if one])
