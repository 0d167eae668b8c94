"""The calendar of an organ: what was shipped, and what was imported."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.statute.holiday_notices import read
from gongkai.statute.working_days import Calendar
from gongkai.web.rights.actor import system
from gongkai.web.workdays.actions.import_notice import RIGHT, import_notice
from gongkai.web.workdays.door import calendar_for, notices, with_notices
from tests.web.workdays.texts import NOTICE_2027

NOW = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)
OPERATOR = system("system", rights=frozenset({RIGHT}))


@pytest.mark.django_db
def test_without_rows_it_is_the_shipped_calendar() -> None:
    assert calendar_for("") == Calendar.national()
    assert not calendar_for("640104").known(dt.date(2027, 1, 4))
    assert calendar_for("640104").region is not None


@pytest.mark.django_db
def test_a_row_makes_its_year_known() -> None:
    assert calendar_for("").is_working(dt.date(2027, 1, 28))
    import_notice(OPERATOR, NOTICE_2027, NOW, NOW.date())
    for region in ("", "640104"):
        calendar = calendar_for(region)
        assert calendar.known(dt.date(2027, 1, 4))
        assert not calendar.is_working(dt.date(2027, 1, 28))
        assert calendar.is_working(dt.date(2027, 1, 24))
    assert [one.year for one in notices()] == [2027]


def test_a_regions_notice_counts_there_alone() -> None:
    text = 'year = 2027\ntitle = "区内放假（测试）"\nregion = "640000"\n'
    text += '[[festival]]\nname = "节日"\noff = [2027-03-10]\n'
    one = read(text)
    assert not with_notices([one], "640104").is_working(dt.date(2027, 3, 10))
    assert with_notices([one], "410411").is_working(dt.date(2027, 3, 10))
    assert with_notices([one]).is_working(dt.date(2027, 3, 10))
