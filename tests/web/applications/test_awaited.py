"""What others owe has its words; what the organ itself has to keep is awaited of nobody."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.statute.clocks import Due
from gongkai.web.applications.awaited import awaited_words, by_others, next_awaited

DAY = dt.date(2026, 3, 2)


@pytest.mark.parametrize("id", ["correction", "opinion:甲", "payment"])
def test_what_others_owe_has_words(id: str) -> None:
    assert by_others(id)
    assert awaited_words(id)


@pytest.mark.parametrize("id", ["", "reply", "correction_notice"])
def test_the_organs_own_days_are_not_awaited(id: str) -> None:
    assert not by_others(id)
    assert awaited_words(id) == ""


def test_the_first_of_several() -> None:
    all_of_them = [
        Due("reply", DAY, ""),
        Due("opinion:乙", DAY + dt.timedelta(9), ""),
        Due("opinion:甲", DAY + dt.timedelta(3), ""),
    ]
    assert next_awaited(all_of_them) == all_of_them[2]
    assert next_awaited(all_of_them[:1]) is None
