"""Notes and assignments by their pages; two people who assign at once."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from gongkai.web.applications.models import Application, Assignment
from tests.web.applications.acting import recent
from tests.web.offices import Office


def page(one: Application, *parts: str) -> str:
    return f"/office/applications/{one.number}/" + "".join(f"{part}/" for part in parts)


def given(office: Office, number: int = 1, **more: Any) -> dict[str, Any]:
    return {"seen": 0, "duty": "handler", "person": str(office.person("handler", number).pk)} | more


def test_a_note(office: Office) -> None:
    one, client = recent(office), office.client("handler")
    today = timezone.localdate().isoformat()
    values = {"kind": "contact", "on": today, "text": "申请人来电询问进度"}
    assert client.post(page(one, "notes"), values).status_code == 302
    assert "申请人来电询问进度" in client.get(page(one)).content.decode()
    wrong = client.post(page(one, "notes"), values | {"kind": "", "text": "写了一半的话"})
    assert wrong.status_code == 422
    assert "写了一半的话" in wrong.content.decode()


def test_a_case_is_given_and_taken_back(office: Office) -> None:
    one, head = recent(office), office.client("office_head")
    assert "分办、转办、协办" in head.get(page(one, "assignments")).content.decode()
    assert head.post(page(one, "assignments"), given(office)).status_code == 302
    row = Assignment.objects.for_organ(office.organ).get()
    assert office.person("handler").name in head.get(page(one)).content.decode()
    other = recent(office)
    assert head.post(page(other, "assignments", str(row.pk), "end")).status_code == 404
    assert head.post(page(one, "assignments", str(row.pk), "end")).status_code == 302
    assert head.post(page(one, "assignments", str(row.pk), "end")).status_code == 409


def test_not_by_who_does_not_handle_it(office: Office) -> None:
    one = recent(office)
    assert office.client("handler").get(page(one, "assignments")).status_code == 403


def test_two_at_once(office: Office) -> None:
    one = recent(office)
    office.client("office_head").post(page(one, "assignments"), given(office))
    answer = office.client("office_head", 2).post(page(one, "assignments"), given(office, 2))
    assert answer.status_code == 409
    assert f"已经分给{office.person('handler').name}" in answer.content.decode()
    assert (
        office.client("office_head").post(page(one, "assignments"), given(office, seen="")).status_code == 422
    )
