"""What is open when the reply is overdue, in the words of the core."""

from __future__ import annotations

import datetime as dt

from gongkai.web.applications.cases import state_of
from gongkai.web.applying.remedies import when_overdue
from tests.web.applications.lives import DAY, filed
from tests.web.letters.bureau import equip
from tests.web.offices import Office


def test_both_ways_with_the_organ_s_bodies(office: Office) -> None:
    equip(office)
    one, _ = filed(office)
    words = when_overdue(state_of(one, DAY + dt.timedelta(90)))
    assert "临溪县人民政府" in words
    assert "临溪县人民法院" in words
    assert when_overdue(state_of(one, DAY - dt.timedelta(1))) == ""
