"""The applicant's word makes the day of receipt only where the office asked for it (art. 31)."""

from __future__ import annotations

import pytest
from django.utils import timezone

from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.attempt import log_attempt
from gongkai.web.applications.cases import state_of
from gongkai.web.applying.actions.confirm import confirm, may_confirm
from gongkai.web.entries.row import Taken
from gongkai.web.notices.models import Notice
from tests.web.applying.citizens import cited, confirmed
from tests.web.offices import Office


def test_only_where_the_office_asked(office: Office) -> None:
    one, _ = cited(office)
    now, today = timezone.now(), timezone.localdate()
    assert not may_confirm(state_of(one, today))
    with pytest.raises(NotAllowed, match="没有请您"):
        confirm(one, 1, now)
    log_attempt(office.actor("handler"), one, today, "请在网上确认", now, online=True)
    assert may_confirm(state_of(one, today))
    with pytest.raises(Taken):
        confirm(one, 0, now)
    before = Notice.objects.for_organ(office.organ).filter(kind="application.confirmed").count()
    assert str(confirm(one, 1, now).stage) == "processing"
    assert Notice.objects.for_organ(office.organ).filter(kind="application.confirmed").count() > before
    assert not may_confirm(state_of(one, today))


def test_not_a_second_day_of_receipt(office: Office) -> None:
    one, _ = confirmed(office)
    now, today = timezone.now(), timezone.localdate()
    log_attempt(office.actor("handler"), one, today, "请在网上确认", now, online=True)
    assert not may_confirm(state_of(one, today))
    with pytest.raises(NotAllowed):
        confirm(one, state_of(one, today).position, now)
