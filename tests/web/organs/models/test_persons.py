"""Officers and advisers are rows with history."""

from __future__ import annotations

import datetime as dt

from gongkai.web.organs.models.persons import ADVISERS, DUTIES, Adviser, Officer
from tests.web.offices import Office


def test_a_change_of_the_head_keeps_the_old_one(office: Office) -> None:
    one, two = dt.date(2024, 1, 1), dt.date(2026, 3, 2)
    Officer.objects.create(organ=office.organ, duty="group_head", name="甲", since=one, until=two)
    Officer.objects.create(organ=office.organ, duty="group_head", name="乙", since=two)
    rows = Officer.objects.for_organ(office.organ)
    assert [o.name for o in rows.on(dt.date(2026, 3, 1))] == ["甲"]
    assert [o.name for o in rows.on(two)] == ["乙"]
    assert rows[0].get_duty_display() == DUTIES["group_head"]


def test_advisers(office: Office) -> None:
    row = Adviser(organ=office.organ, kind="legal_adviser", name="丙", since=dt.date(2026, 1, 1))
    row.full_clean()
    assert row.get_kind_display() == ADVISERS["legal_adviser"]
