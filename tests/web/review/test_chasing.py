"""Whom to remind: after two working days, weekends and holidays left out, once an interval."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from gongkai.web.review.actions.drafts import begin_draft
from gongkai.web.review.actions.submitting import submit
from gongkai.web.review.chasing import Chase, to_chase
from tests.web.offices import Office
from tests.web.review.conftest import VALUES

FRIDAY = dt.datetime(2026, 3, 6, 9, 0, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def waiting(office: Office) -> Office:
    """A draft submitted on a Friday, with a reviewer and a keeper of secrets."""
    office.person("reviewer")
    office.person("secrecy_reviewer")
    draft = begin_draft(office.actor("handler"), FRIDAY, **VALUES)
    submit(office.actor("handler"), "draft", str(draft.pk), FRIDAY)
    return office


def on(office: Office, days: int) -> list[Chase]:
    """What is due so many days later."""
    return to_chase(office.organ, FRIDAY + dt.timedelta(days=days))


def test_two_working_days_over_a_weekend(waiting: Office) -> None:
    assert on(waiting, 3) == []
    due = on(waiting, 4)
    assert {one.task: one.people for one in due} == {
        "一审一校": (waiting.person("reviewer").pk,),
        "保密审查": (waiting.person("secrecy_reviewer").pk,),
    }
    assert {one.waited for one in due} == {2}


def test_the_same_reminder_has_the_same_key_until_the_next_interval(waiting: Office) -> None:
    keys = [[one.key for one in on(waiting, days)] for days in (4, 5, 6)]
    assert keys[0] == keys[1]
    assert not set(keys[1]) & set(keys[2])


def test_another_organ_has_none(waiting: Office, other_office: Office) -> None:
    assert to_chase(other_office.organ, FRIDAY + dt.timedelta(days=30)) == []
