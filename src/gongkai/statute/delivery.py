"""电子送达: when a letter sent electronically counts as received, and when it must go by post instead.

It is received on the day on which the applicant opens or fetches it; that day drives the periods for
correction, payment and remedies. What lies unopened for some working days (point A24,
``delivery.electronic``) is sent by post.

>>> import datetime as dt
>>> unopened = electronic(dt.date(2026, 4, 28), None, Calendar.national())
>>> unopened.received_on, str(unopened.post_after)  # five working days later, over a holiday
(None, '2026-05-08')

Source: no article says so; point A24 of the doubtful points (INFERRED).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar


@dataclass(frozen=True, slots=True)
class Electronic:
    """A letter sent electronically: the day of receipt, None while it is unopened, and the last working day
    on which it may stay so.
    """

    received_on: dt.date | None
    post_after: dt.date

    def to_be_posted(self, today: dt.date) -> bool:
        """Whether it has stayed unopened too long and must be sent by post."""
        return self.received_on is None and today > self.post_after


def electronic(
    sent: dt.date, opened: dt.date | None, calendar: Calendar, settings: Settings | None = None
) -> Electronic:
    """What becomes of a letter sent on a day and opened on another, or not yet (None)."""
    days = int((settings or Settings.default()).of("delivery.electronic"))
    return Electronic(opened, calendar.nth_after(sent, days))
