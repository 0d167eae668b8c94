"""What the house itself has to tell."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.web.jobs.schedule import periodic_jobs
from gongkai.web.notices.models import Notice
from gongkai.web.notices.periodic import tell_of_breaks, tell_of_missing_notice
from gongkai.web.rights.actor import system
from gongkai.web.workdays.actions.import_notice import RIGHT, import_notice
from tests.web.offices import Office
from tests.web.workdays.texts import NOTICE_2027

pytestmark = pytest.mark.django_db
OCTOBER = dt.datetime(2026, 10, 26, 9, tzinfo=dt.UTC)


def test_the_jobs_are_declared() -> None:
    assert {"notices.send", "notices.digest", "audit.verify", "holidays.remind"} <= set(periodic_jobs())


def test_a_break_is_told_to_the_audit_administrators(office: Office) -> None:
    office.person("audit_administrator")
    office.person("handler")
    assert tell_of_breaks(0, OCTOBER) == 0
    assert [tell_of_breaks(2, OCTOBER), tell_of_breaks(2, OCTOBER)] == [1, 0]
    assert Notice.objects.get().person == office.person("audit_administrator")
    assert "2处" in Notice.objects.get().text


def test_a_missing_notice_is_told_once_a_week_until_it_is_imported(office: Office) -> None:
    office.person("system_administrator")
    day = dt.timedelta(days=1)
    assert tell_of_missing_notice(OCTOBER - 2 * day) == 0
    assert [tell_of_missing_notice(OCTOBER + n * day) for n in range(8)].count(1) == 2
    import_notice(system("system", rights=frozenset({RIGHT})), NOTICE_2027, OCTOBER, OCTOBER.date())
    assert tell_of_missing_notice(OCTOBER + 30 * day) == 0
