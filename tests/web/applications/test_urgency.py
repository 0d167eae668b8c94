"""How near a case is: the page and the table of standings say the same of every case."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.ledger.transitions import Stage
from gongkai.statute.working_days import Calendar
from gongkai.web.applications.models import Standing
from gongkai.web.applications.standing import OPEN
from gongkai.web.applications.urgency import ANY_OPEN, SOON, WORDS, Horizon, Urgency
from tests.web.applications.lives import DAY, filed
from tests.web.offices import Office

HORIZON = Horizon.of(DAY, Calendar.national())


@pytest.mark.parametrize(
    ("stage", "days", "wanted"),
    [
        (Stage.PROCESSING, -1, Urgency.OVERDUE),
        (Stage.CONSULTING, -1, Urgency.OVERDUE),
        (Stage.PROCESSING, 0, Urgency.TODAY),
        (Stage.PROCESSING, 1, Urgency.SOON),
        (Stage.CONSULTING, 1, Urgency.WAITING),
        (Stage.CORRECTION_PENDING, None, Urgency.WAITING),
        (Stage.PROCESSING, 60, Urgency.LATER),
        (Stage.SUBMITTED, None, Urgency.LATER),
    ],
)
def test_each_part(stage: Stage, days: int | None, wanted: Urgency) -> None:
    due = None if days is None else DAY + dt.timedelta(days)
    assert HORIZON.urgency(stage, due) is wanted


def test_the_horizon_counts_working_days() -> None:
    assert Calendar.national().count_between(DAY, HORIZON.soon) == SOON


def test_the_question_to_the_table_says_the_same(office: Office) -> None:
    one, _ = filed(office)
    rows = Standing.objects.for_organ(office.organ).filter(application=one)
    parts = [key for key in Urgency if key is not Urgency.DONE_LATE]
    for stage in sorted(OPEN):
        for due in (None, *(DAY + dt.timedelta(n) for n in (-9, -1, 0, 1, 7, 8, 9, 40))):
            rows.update(stage=stage, due=due)
            hit = [key for key in parts if rows.filter(HORIZON.query(key)).exists()]
            assert hit == [HORIZON.urgency(stage, due)]
            assert rows.filter(HORIZON.query(ANY_OPEN)).exists()


def test_done_too_late(office: Office) -> None:
    one, _ = filed(office)
    rows = Standing.objects.for_organ(office.organ).filter(application=one)
    assert not rows.filter(HORIZON.query(Urgency.DONE_LATE)).exists()
    rows.update(stage="closed", closed_on=DAY, timely=False)
    assert rows.filter(HORIZON.query(Urgency.DONE_LATE)).exists()
    assert not rows.filter(HORIZON.query(ANY_OPEN)).exists()
    assert set(WORDS) == set(Urgency)
