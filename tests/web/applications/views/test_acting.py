"""The page of an act: a case of another organ is not there."""

from __future__ import annotations

from gongkai.statute.events import Channel
from tests.web.applications.lives import filed
from tests.web.offices import Office


def test_another_organs_case_is_not_there(office: Office, other_office: Office) -> None:
    one, _ = filed(other_office, Channel.INTERNET)
    other_office.organ.refresh_from_db()
    client = office.client("office_head")
    for part in ("receipt", "attempts", "parts", "together", "double", "kin", "code"):
        assert client.get(f"/office/applications/{one.number}/{part}/").status_code == 404, part
    for part in ("frequency", "sheet", "apart"):
        assert client.post(f"/office/applications/{one.number}/{part}/").status_code == 404, part
