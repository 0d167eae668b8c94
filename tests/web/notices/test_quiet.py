"""Quiet hours, held against a walk minute by minute."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from gongkai.statute.working_days import Calendar
from gongkai.web.notices.quiet import Hours, next_moment

QUARTERS = st.integers(0, 95).map(lambda n: dt.time(n // 4, n % 4 * 15))
MOMENTS = st.integers(0, 40 * 96).map(
    lambda n: dt.datetime(2026, 2, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=15 * n)
)
WORKING = Calendar.national().is_working


def walked(at: dt.datetime, hours: Hours) -> dt.datetime | None:
    """The first quarter of an hour that is not quiet, within 40 days; found without any thought."""
    for _ in range(40 * 96):
        rest = hours.rest_days and not WORKING(at.date())
        if hours.since <= hours.until:
            night = hours.since <= at.time() < hours.until
        else:
            night = not hours.until <= at.time() < hours.since
        if not rest and not night:
            return at
        at += dt.timedelta(minutes=15)
    return None


@given(MOMENTS, QUARTERS, QUARTERS, st.booleans())
def test_it_is_the_first_moment_that_is_not_quiet(
    at: dt.datetime, since: dt.time, until: dt.time, rest: bool
) -> None:
    hours = Hours(since, until, rest)
    assert next_moment(at, hours, WORKING) == walked(at, hours)


def test_the_festival_is_waited_for() -> None:
    eve = dt.datetime(
        2026, 2, 14, 20, 30, tzinfo=dt.UTC
    )  # the last working evening before the Spring Festival
    hours = Hours(dt.time(20), dt.time(8), rest_days=True)
    assert next_moment(eve, hours, WORKING) == dt.datetime(2026, 2, 24, 8, tzinfo=dt.UTC)
    assert next_moment(eve, Hours(dt.time(20), dt.time(8), False), WORKING).day == 15


def test_an_office_that_never_works_is_not_waited_for_for_ever() -> None:
    at = dt.datetime(2026, 2, 1, 9, tzinfo=dt.UTC)
    assert next_moment(at, Hours(dt.time(20), dt.time(8), rest_days=True), lambda day: False) > at
