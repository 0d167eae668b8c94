"""The defaults hold: twenty to eight and days of rest are quiet, the digest comes at half past eight."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from gongkai.web.notices.models import Delivery
from gongkai.web.notices.quiet import Hours
from tests.web.offices import Office


@pytest.mark.django_db
def test_defaults(office: Office) -> None:
    row = Delivery(organ=office.organ)
    row.full_clean()
    assert row.hours == Hours(dt.time(20), dt.time(8), rest_days=True)
    assert (row.digest_at, row.by_mail, row.by_sms, row.webhook) == (dt.time(8, 30), True, False, "")


@pytest.mark.django_db
def test_a_digest_in_the_quiet_hours_is_told(office: Office) -> None:
    with pytest.raises(ValidationError, match="免打扰"):
        Delivery(organ=office.organ, digest_at=dt.time(7)).clean()
