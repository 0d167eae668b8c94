"""The jobs of the day: reminders go to the right people once, on working days; a consultation moves the day on."""

from __future__ import annotations

import datetime as dt

from gongkai.statute.events import Asked, Channel, Kind
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.models import Standing
from gongkai.web.applications.periodic import bring_up, remind
from gongkai.web.jobs.schedule import periodic_jobs
from gongkai.web.notices.models import Notice
from tests.web.applications.lives import DAY, at, entered, filed
from tests.web.offices import Office

SATURDAY = dt.date(2026, 3, 7)


def test_told_once_and_on_working_days(office: Office) -> None:
    office.person("handler"), office.person("office_head")
    one, _ = filed(office, Channel.INTERNET, SATURDAY - dt.timedelta(5))
    assert remind(at(SATURDAY)) == 0
    monday = at(SATURDAY + dt.timedelta(2))
    assert remind(monday) == 2
    assert remind(monday) == 0
    notice = Notice.objects.for_organ(office.organ).filter(person=office.person("handler")).get()
    assert (notice.kind, notice.link) == ("application.unconfirmed", f"/office/applications/{one.number}/")


def test_overdue_is_told_to_the_leader(office: Office) -> None:
    office.person("leader"), office.person("office_head")
    one, _ = filed(office)
    clock = state_of(one, DAY).clock
    assert clock is not None
    assert clock.strict is not None
    assert remind(at(clock.strict + dt.timedelta(3))) == 2
    mine = Notice.objects.for_organ(office.organ).filter(person=office.person("leader"))
    assert [each.kind for each in mine] == ["application.overdue"]


def test_a_consultation_moves_the_day_on(office: Office) -> None:
    one, _ = filed(office)
    entered(office, one, Kind.CONSULTATION_SENT, DAY, id="甲", to=Asked.THIRD_PARTY)
    later = DAY + dt.timedelta(10)
    wanted = state_of(one, later).clock
    assert wanted is not None
    before = Standing.objects.for_organ(office.organ).get().due
    assert bring_up(at(later)) == 1
    after = Standing.objects.for_organ(office.organ).get().due
    assert after == wanted.strict
    assert before is not None
    assert after is not None
    assert after > before
    assert bring_up(at(later)) == 0


def test_they_are_on_the_schedule() -> None:
    assert {"applications.standings", "applications.reminders"} <= set(periodic_jobs())
