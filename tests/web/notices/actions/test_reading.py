"""Everybody reads his own notices."""

from __future__ import annotations

import pytest

from gongkai.web.notices.actions.reading import notices_of, read, unread
from gongkai.web.notices.models import Notice
from gongkai.web.rights.actor import NOBODY
from tests.web.notices.messages import NOON, told
from tests.web.offices import Office

pytestmark = pytest.mark.django_db


def test_reading_counts_down(office: Office) -> None:
    handler, actor = office.person("handler"), office.actor("handler")
    for key in "abc":
        told(office, [handler], key=key)
    first = notices_of(actor).first()
    assert first is not None
    assert [unread(actor), read(actor, [first.pk], NOON), read(actor, [first.pk], NOON)] == [3, 1, 0]
    assert [read(actor, None, NOON), unread(actor)] == [2, 0]


def test_what_is_somebody_elses_stays_unread(office: Office, other_office: Office) -> None:
    told(office, [office.person("handler")])
    row = Notice.objects.get()
    for stranger in (office.actor("reviewer"), other_office.actor("handler"), NOBODY):
        assert (unread(stranger), read(stranger, [row.pk], NOON), read(stranger, None, NOON)) == (0, 0, 0)
    assert unread(office.actor("handler")) == 1
