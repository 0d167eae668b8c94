"""Who may read applications, and who is called by name in a text."""

from __future__ import annotations

from gongkai.web.applications.colleagues import mentioned, people_with
from tests.web.applications.lives import DAY
from tests.web.offices import Office


def test_by_right(office: Office, other_office: Office) -> None:
    handler, reviewer = office.person("handler"), office.person("reviewer")
    office.person("publisher")
    other_office.person("handler")
    assert people_with(office.organ, "applications.handle", DAY) == [handler]
    assert set(people_with(office.organ, "applications.read", DAY)) == {handler, reviewer}


def test_called_by_name(office: Office) -> None:
    first, longer = office.person("handler"), office.person("handler", 2)
    assert longer.name.startswith(first.name)
    assert mentioned(office.organ, f"请@{longer.name}核对", DAY) == [longer]
    assert set(mentioned(office.organ, f"@{longer.name} @{first.name}", DAY)) == {first, longer}
    assert mentioned(office.organ, f"{first.name}说过", DAY) == []
    assert mentioned(office.organ, f"@{office.person('publisher').name}", DAY) == []
