"""What changed since a position: who entered what, and where the case stands now."""

from __future__ import annotations

from gongkai.statute.events import Kind
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.changed import changes_since
from tests.web.applications.lives import DAY, entered, filed
from tests.web.offices import Office


def test_who_did_what(office: Office) -> None:
    one, _ = filed(office)
    entered(office, one, Kind.CORRECTION_NOTICE, DAY, until=DAY)
    name = office.person("office_head").name
    assert changes_since(state_of(one, DAY), 1) == [
        f"10:00，{name}登记了“发出补正告知书”（2026年3月2日）。",
        "案件现在处于“等待补正”。",
    ]
    assert changes_since(state_of(one, DAY), 2) == ["案件现在处于“等待补正”。"]
