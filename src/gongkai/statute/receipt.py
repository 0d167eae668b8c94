"""收到申请之日: the day on which an application counts as received, by the way it came in.

Handed in: the day it is handed in. By signed-for mail: the day it is signed for. By ordinary letter, over the
internet, by e-mail or by fax: the day on which both sides confirm it. Until they have, the strict date
already counts from the submission, so that no alarm rings too late, and the lenient one from the
confirmation (A23). A day of receipt that is no working day moves, for the lenient date, to the next
working day (A1).

Source: 政府信息公开条例第三十一条; 国办公开办函〔2015〕207号 (an applicant who cannot be reached).
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from gongkai.statute.events import Channel
from gongkai.statute.settings import Reading, Settings
from gongkai.statute.working_days import ONE_DAY, Calendar

ARTICLE = "《中华人民共和国政府信息公开条例》第三十一条"
ITEMS = {
    Channel.IN_PERSON: "第（一）项",
    Channel.ORAL: "第（一）项",
    Channel.REGISTERED_MAIL: "第（二）项",
    Channel.PLAIN_MAIL: "第（二）项",
    Channel.INTERNET: "第（三）项",
    Channel.EMAIL: "第（三）项",
    Channel.FAX: "第（三）项",
}
"""The item of art. 31 that speaks of the channel."""

ARTICLES = {channel: f"{ARTICLE}{item}" for channel, item in ITEMS.items()}

CONFIRMED = frozenset((Channel.PLAIN_MAIL, Channel.INTERNET, Channel.EMAIL, Channel.FAX))
"""The channels whose applications count as received only when confirmed."""


class Receipt(NamedTuple):
    """The day from which the strict and the lenient date count, and the item of art. 31.

    ``lenient`` is None while a confirmation is awaited.
    """

    strict: dt.date
    lenient: dt.date | None
    article: str


def receipt(
    channel: Channel | None,
    submitted: dt.date | None,
    received: dt.date | None,
    calendar: Calendar,
    settings: Settings,
) -> Receipt | None:
    """The receipt that follows from a submission, a receipt (or confirmation), or both; None where it
    has none yet.

    Without a channel only the receipt counts.
    """
    strict, lenient = receipt_bases(channel, submitted, received, calendar, settings.reading)
    if strict is None:
        return None
    return Receipt(strict, lenient, ARTICLES[channel] if channel else ARTICLE)


def receipt_bases(
    channel: Channel | None,
    submitted: dt.date | None,
    received: dt.date | None,
    calendar: Calendar,
    reading: Reading,
) -> tuple[dt.date | None, dt.date | None]:
    """The strict and the lenient day of :func:`receipt` without its article; None twice for none."""
    if channel in CONFIRMED:
        early, late = submitted or received, received
    else:
        early = late = received if channel is None or submitted is None else submitted
    if early is None:
        return None, None
    if late is not None and not reading.strict_from_submission:
        early = late
    if reading.lenient_from_submission:
        late = early
    if reading.strict_rolls:
        early = calendar.roll_forward(early)
    if late is not None and reading.lenient_rolls:
        late = calendar.roll_forward(late)
    if reading.first_day_counts:
        return early - ONE_DAY, late and late - ONE_DAY
    return early, late


def bases(on: dt.date, calendar: Calendar, settings: Settings) -> tuple[dt.date, dt.date]:
    """The strict and the lenient base of a period that begins on ``on``; the day after each is the first."""
    reading = settings.reading
    rolled = calendar.roll_forward(on)
    strict = rolled if reading.strict_rolls else on
    lenient = rolled if reading.lenient_rolls else on
    if reading.first_day_counts:
        return strict - ONE_DAY, lenient - ONE_DAY
    return strict, lenient
