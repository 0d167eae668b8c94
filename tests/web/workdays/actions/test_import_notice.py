"""A notice is imported once, by the operator alone, and leaves a line."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.values.errors import NotAllowed
from gongkai.web.audit.models import AuditLine
from gongkai.web.rights.actor import Forbidden, system
from gongkai.web.workdays.actions.import_notice import RIGHT, import_notice
from gongkai.web.workdays.models import HolidayNotice
from tests.web.workdays.texts import NOTICE_2027

NOW = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)
OPERATOR = system("system", rights=frozenset({RIGHT}))


@pytest.mark.django_db
def test_once_and_with_a_line() -> None:
    row, _ = import_notice(OPERATOR, NOTICE_2027, NOW, NOW.date())
    assert (row.year, row.number) == (2027, "测办发〔2026〕1号")
    line = AuditLine.objects.get()
    assert (line.chain, line.act, line.data["sha256"]) == ("system", RIGHT, row.sha256)
    with pytest.raises(NotAllowed, match="已经载入过"):
        import_notice(OPERATOR, NOTICE_2027, NOW, NOW.date())
    assert HolidayNotice.objects.count() == AuditLine.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["", "year = 2027", NOTICE_2027.replace("2027-01-24", "2027-01-01"), "年"])
def test_what_cannot_be_used_is_named(text: str) -> None:
    with pytest.raises(NotAllowed, match="不能用"):
        import_notice(OPERATOR, text, NOW, NOW.date())
    assert not HolidayNotice.objects.exists()


@pytest.mark.django_db
def test_only_the_operator() -> None:
    with pytest.raises(Forbidden):
        import_notice(system("aa-sfj"), NOTICE_2027, NOW, NOW.date())
