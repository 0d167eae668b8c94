"""The queue of what waits for confirmation: those channels, and no others."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from gongkai.statute.events import Channel
from gongkai.statute.receipt import CONFIRMED
from tests.web.applications.lives import filed
from tests.web.offices import Office

PAGE = "/office/applications/confirming/"


@pytest.mark.parametrize("channel", Channel)
def test_who_waits(office: Office, channel: Channel) -> None:
    one, _ = filed(office, channel, timezone.localdate())
    page = office.client("handler").get(PAGE).content.decode()
    assert (one.number in page) is (channel in CONFIRMED)
    if channel in CONFIRMED:
        assert "今天收到" in page


def test_how_long(office: Office) -> None:
    filed(office, Channel.INTERNET, timezone.localdate() - dt.timedelta(30))
    assert "请尽快确认" in office.client("handler").get(PAGE).content.decode()
