"""The table of limits, each row tried out: the next try is refused, others are not (security check C41)."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.web.limits.table import Limit, limit, limits
from gongkai.web.limits.trying import TooMany, check, count

NOW = dt.datetime(2026, 3, 2, 1, 0, tzinfo=dt.UTC)
pytestmark = pytest.mark.django_db


def test_there_is_a_table() -> None:
    assert len(limits()) >= 6
    assert all(one.per in {"address", "person", "installation"} for one in limits().values())
    assert [one.key for one in limits().values() if one.per == "installation"] == ["hold_all"], (
        "nobody is shut out"
    )
    with pytest.raises(KeyError):
        limit("nothing")


@pytest.mark.parametrize("one", limits().values(), ids=lambda one: one.key)
def test_the_next_try_is_refused_and_nobody_elses(one: Limit) -> None:
    for number in range(one.count):
        assert count(one.key, "a", NOW) == one.count - number - 1
    with pytest.raises(TooMany) as problem:
        count(one.key, "a", NOW)
    assert 0 < problem.value.wait <= one.seconds
    assert one.words in problem.value.words
    check(one.key, "b", NOW)
    assert count(one.key, "b", NOW) == one.count - 1
    later = NOW + dt.timedelta(seconds=one.seconds)
    check(one.key, "a", later)
    assert count(one.key, "a", later) == one.count - 1
