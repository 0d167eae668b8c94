"""What moves when a notice is imported."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.statute.holiday_notices import read
from gongkai.web.organs.actions.found import found
from gongkai.web.workdays.door import with_notices
from gongkai.web.workdays.due_dates import all_due_dates, moved
from tests.web.workdays.texts import NOTICE_2027

NOW = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)


@pytest.mark.django_db
def test_the_day_for_the_report_moves_and_becomes_fixed() -> None:
    for code, kind in (("aa-sfj", "justice"), ("bb-xz", "township")):
        found(NOW, NOW.date(), code=code, name=f"{code}（示例）", kind=kind, level="county", region="410411")
    changes = moved(
        lambda organ: with_notices([], organ.region),
        lambda organ: with_notices([read(NOTICE_2027)], organ.region),
        NOW.date(),
    )
    assert [(one.before.organ, one.before.on, one.after.on) for one in changes] == [
        ("aa-sfj", dt.date(2027, 1, 29), dt.date(2027, 1, 27))
    ], "a township has no such day"
    assert (changes[0].before.provisional, changes[0].after.provisional) == (True, False)


@pytest.mark.django_db
def test_control_nothing_moves_under_the_same_notices() -> None:
    found(NOW, NOW.date(), code="aa-sfj", name="示例局", kind="justice", level="county")
    assert len(all_due_dates(lambda organ: with_notices([]), NOW.date())) == 1
    assert moved(lambda organ: with_notices([]), lambda organ: with_notices([]), NOW.date()) == []
