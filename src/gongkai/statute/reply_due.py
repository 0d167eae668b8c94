"""答复期限的计算: the day by which an application without any incident is answered, and how it was counted.

>>> import datetime as dt
>>> due = reply_due(dt.date(2026, 11, 21), Calendar.national())  # a Saturday
>>> str(due.strict), str(due.lenient)
('2026-12-18', '2026-12-21')

Source: 政府信息公开条例第三十三条第二款; A1, A2 of the doubtful points.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import NamedTuple

from gongkai.statute.account import Step, Stretch, account
from gongkai.statute.parameters import value_on
from gongkai.statute.receipt import ARTICLE as RECEIPT_ARTICLE
from gongkai.statute.receipt import bases
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotAllowed, NotInForce

DEFAULT = Settings.default()


class ReplyDue(NamedTuple):
    """Strict and lenient day, whether a year without a notice was needed, and on demand the account.

    ``article`` is that of the period; empty where somebody set another number of days than the law gives.
    """

    received: dt.date
    days: int
    strict: dt.date
    lenient: dt.date
    article: str
    calendar: Calendar
    base: dt.date

    @property
    def provisional(self) -> bool:
        """Whether a notice that is not here may still move the dates."""
        return not (self.calendar.known(self.strict) and self.calendar.known(self.lenient))

    @property
    def steps(self) -> tuple[Step, ...]:
        """The account of the strict date, day by day from the day of receipt."""
        words = "收到申请之日，当日不计算在内"
        _, _, receipt_article = _period(self.received)
        if receipt_article:
            words = f"{words}（{receipt_article}）"
        last = f"答复期限届满（{self.article}）" if self.article else f"自行指定的{self.days}个工作日届满"
        return account(self.calendar, Stretch(self.base, self.strict, words, last))


def reply_due(
    received: dt.date, calendar: Calendar, days: int | None = None, settings: Settings | None = None
) -> ReplyDue:
    """The day by which an application received on ``received`` is answered.

    ``days`` are working days; left out, those that the law gave on that day. Raises :class:`NotAllowed` for a
    day before there was such a period, or outside the calendar.
    """
    lawful, article, _ = _period(received)
    count = lawful if days is None else days
    strict, lenient = bases(received, calendar, settings or DEFAULT)
    last = calendar.nth_after(strict, count)
    late = last if lenient == strict else calendar.nth_after(lenient, count)
    return ReplyDue(received, count, last, late, article if count == lawful else "", calendar, strict)


@cache
def _period(received: dt.date) -> tuple[int, str, str]:
    """The lawful working days on that day, their article, and that of the day of receipt, if there is one."""
    try:
        value = value_on("reply_period", received)
    except NotInForce as error:
        raise NotAllowed(f"{error}请核对收到申请的日期。", RECEIPT_ARTICLE) from None
    return value.content["days"], value.article, value.content.get("receipt_article", "")
