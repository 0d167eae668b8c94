"""Addresses of a case end in a slash and name the case by its number alone."""

from __future__ import annotations

from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.models import Application


def test_a_page_and_one_below() -> None:
    one = Application(number="2026-0001")
    assert case_address(one) == "/office/applications/2026-0001/"
    assert case_address(one, "events", "corrected") == "/office/applications/2026-0001/events/corrected/"
