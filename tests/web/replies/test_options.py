"""Years, months and the days ahead have the law's or a habit's default, until the organ chooses others."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from gongkai.web.organs.actions.choose import choose
from gongkai.web.organs.choosing import number_on
from gongkai.web.organs.options import option, options
from gongkai.web.replies.options import AHEAD, CLASS, MONTHS, YEARS, months_between, years
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON

SINCE = LATER + dt.timedelta(1)


def chosen(office: Office, name: str, value: object) -> None:
    actor = office.actor("office_head")
    choose(actor, office.organ, name, value, since=SINCE, reason="局务会决定", now=NOON)


def test_years_of_a_class(office: Office) -> None:
    assert [years(office.organ, key, LATER) for key in ("permanent", "long", "short")] == [None, 30, 10]
    chosen(office, YEARS["long"], 20)
    assert [years(office.organ, "long", day) for day in (LATER, SINCE)] == [30, 20]


def test_months_and_days(office: Office) -> None:
    assert (months_between(office.organ, LATER), number_on(office.organ, AHEAD, LATER)) == (12, 30)
    chosen(office, MONTHS, 6)
    chosen(office, AHEAD, 60)
    assert (months_between(office.organ, SINCE), number_on(office.organ, AHEAD, SINCE)) == (6, 60)


def test_the_page_says_how_well_each_is_founded(office: Office) -> None:
    marks = {one.name: one.mark for one in options()["retention"]}
    assert marks == dict.fromkeys((*YEARS.values(), CLASS), "RECALLED")
    assert (option(MONTHS).mark, option(AHEAD).mark) == ("INFERRED", "HABIT")
    page = office.client("system_administrator").get("/office/organ/choices/").content.decode()
    assert "定期（较长）的保管年数" in page
    today = timezone.localdate()
    assert number_on(office.organ, "likeness.recent", today) == 300
