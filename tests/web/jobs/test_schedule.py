"""Periods have names, and jobs their own."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.web.jobs.schedule import Periodic, daily, every, periodic_jobs
from tests.web.jobs.tasks import careful, quick

MOMENTS = st.integers(1_577_836_800, 2_051_222_400).map(lambda n: dt.datetime.fromtimestamp(n, dt.UTC))


@given(MOMENTS, st.sampled_from([1, 5, 10, 15, 60, 720, 1440]))
def test_a_period_lasts_its_minutes(now: dt.datetime, minutes: int) -> None:
    one = Periodic("x", quick, "", minutes=minutes)
    name = one.period(now)
    assert name is not None
    began = dt.datetime.strptime(name, "%Y-%m-%d %H:%M").replace(tzinfo=dt.timezone(dt.timedelta(hours=8)))
    assert began <= now < began + dt.timedelta(minutes=minutes)


@given(MOMENTS, st.times())
def test_a_day_has_one_period_of_a_daily_job(now: dt.datetime, at: dt.time) -> None:
    local = now.astimezone(dt.timezone(dt.timedelta(hours=8)))
    assert Periodic("x", quick, "", at=at).period(now) == (
        local.date().isoformat() if local.time() >= at else None
    )


def test_a_name_is_taken_once() -> None:
    known = periodic_jobs()["audit.anchor"]
    daily("audit.anchor", at=dt.time(0, 5), words=known.words)(known.job)
    with pytest.raises(ValueError, match=r"audit\.anchor"):
        daily("audit.anchor", at=dt.time(1), words="")(careful)


def test_minutes_divide_a_day() -> None:
    with pytest.raises(ValueError, match="7 minutes"):
        every("x", 7, "")


def test_every_job_says_what_it_does() -> None:
    assert all(one.words and one.name.count(".") == 1 for one in periodic_jobs().values())
