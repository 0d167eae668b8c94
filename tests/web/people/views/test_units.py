"""The pages of units."""

from __future__ import annotations

from django.utils import timezone

from gongkai.web.people.models import Unit
from tests.web.offices import Office

NEW = {"name": "法制科", "position": "2", "since": str(timezone.localdate())}


def test_the_walk(office: Office) -> None:
    client = office.client("system_administrator")
    assert client.post("/office/units/new/", NEW).headers["Location"] == "/office/units/"
    row = Unit.objects.get(name="法制科")
    assert (
        client.post(f"/office/units/{row.pk}/change/", {"name": "法治科", "position": "1"}).status_code == 302
    )
    assert "法治科" in client.get("/office/units/").content.decode()
    assert client.post(f"/office/units/{row.pk}/dissolve/").status_code == 302
    assert "不在使用" in client.get("/office/units/").content.decode()


def test_what_is_refused(office: Office) -> None:
    client = office.client("system_administrator")
    assert client.post("/office/units/new/", NEW | {"name": ""}).status_code == 400
    assert client.post("/office/units/new/", NEW | {"name": "综合科"}).status_code == 302
    assert client.post("/office/units/new/", NEW | {"name": "综合科"}).status_code == 400
    response = client.post(f"/office/units/{office.unit.pk}/dissolve/")
    assert response.status_code == 400
    assert "请先把他们调到其他处室" in response.content.decode()
