"""The panels of every case page."""

from __future__ import annotations

from gongkai.web.applications.case_panels import lines, register
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.panels import panels
from tests.web.applications.lives import DAY, filed
from tests.web.offices import Office


def test_they_are_registered_in_order() -> None:
    register()
    keys = [one.key for one in panels()]
    assert keys.index("asked") < keys.index("clock") < keys.index("timeline")


def test_the_lines_of_the_timeline(office: Office) -> None:
    one, _ = filed(office)
    assert len(lines(office.actor("handler"), state_of(one, DAY))["lines"]) == 1
