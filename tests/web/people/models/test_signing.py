"""Second factors and sign-ins as rows."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from gongkai.web.people.models import SecondFactor, SignIn
from tests.web.offices import Office

NOW = dt.datetime(2026, 3, 2, 1, 0, tzinfo=dt.UTC)


def factor(office: Office, **more: object) -> SecondFactor:
    row = SecondFactor(organ=office.organ, person=office.person("handler"), begun_at=NOW, **more)
    row.seal("secret", "JBSWY3DPEHPK3PXP")
    row.save(force_insert=True)
    return row


def test_one_in_use_at_a_time(office: Office) -> None:
    factor(office)
    factor(office, confirmed_at=NOW, ended_at=NOW)
    row = factor(office, confirmed_at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        factor(office, confirmed_at=NOW)
    assert SecondFactor.objects.for_organ(office.organ).confirmed().get() == row
    assert "JBSW" not in f"{row.secret}"
    assert row.seal_scope() == office.organ.code


@pytest.mark.parametrize(
    ("seen", "began", "ended", "lasts"),
    [
        (19, 19, False, True),
        (20, 20, False, False),
        (1, 599, False, True),
        (1, 600, False, False),
        (1, 1, True, False),
    ],
)
def test_how_long_a_session_lasts(seen: int, began: int, ended: bool, lasts: bool) -> None:
    row = SignIn(
        seen_at=NOW - dt.timedelta(minutes=seen),
        began_at=NOW - dt.timedelta(minutes=began),
        ended_at=NOW if ended else None,
    )
    assert row.lasts_at(NOW, dt.timedelta(minutes=20), dt.timedelta(hours=10)) is lasts
