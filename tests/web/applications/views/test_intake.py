"""The acts of the intake on their pages: done, refused beside the form, told where somebody was first."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.test import Client
from django.utils import timezone

from gongkai.ledger.transitions import Stage
from gongkai.statute.events import Channel, Kind
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.models import Application, Note
from tests.web.applications.lives import entered, filed
from tests.web.offices import Office


def today() -> dt.date:
    return timezone.localdate()


def address(one: Application, part: str) -> str:
    return f"/office/applications/{one.number}/{part}/"


def post(client: Client, one: Application, part: str, **data: object) -> tuple[int, str]:
    data = {"seen": state_of(one, today()).position, "on": today().isoformat()} | data
    answer = client.post(address(one, part), {k: str(v) for k, v in data.items()})
    return answer.status_code, answer.content.decode()


def test_confirming(office: Office) -> None:
    one, _ = filed(office, Channel.INTERNET, today())
    client = office.client("handler")
    page = client.get(f"/office/applications/{one.number}/").content.decode()
    assert address(one, "receipt") in page
    assert client.get(address(one, "receipt")).status_code == 200
    assert post(client, one, "receipt", matter="决算", words="电话确认")[0] == 302
    assert state_of(one, today()).stage is Stage.PROCESSING
    assert "收到之日已经确定" in client.get(address(one, "receipt")).content.decode()


def test_somebody_was_first(office: Office) -> None:
    one, _ = filed(office, Channel.INTERNET, today())
    client = office.client("handler")
    page = client.get(address(one, "receipt")).content.decode()
    seen = re.search(r'name="seen" value="(\d+)"', page)
    assert seen
    entered(office, one, Kind.WITHDRAWN, today())
    code, told = post(client, one, "receipt", seen=seen[1], words="我打的字")
    assert code == 409
    assert "别人刚刚办理了这一件" in told
    assert office.person("office_head").name in told
    assert "我打的字" in told


@pytest.mark.parametrize(
    ("part", "wrong"),
    [
        ("receipt", {"on": "1999-01-01"}), ("attempts", {"text": ""}), ("attempts", {"on": "2999-01-01", "text": "甲"}),
        ("parts", {"request1": ""}), ("together", {"other": "没有"}), ("receipt", {"on": "2999-01-01"}),
    ],
)  # fmt: skip
def test_what_is_wrong_comes_back(office: Office, part: str, wrong: dict[str, str]) -> None:
    one, _ = filed(office, Channel.INTERNET, today())
    code, page = post(office.client("handler"), one, part, **wrong)
    assert code == 422
    assert 'class="error"' in page or "alert-danger" in page


def test_a_try_to_reach_somebody(office: Office) -> None:
    one, _ = filed(office, Channel.PLAIN_MAIL, today())
    client = office.client("handler")
    assert post(client, one, "attempts", text="电话无人接听")[0] == 302
    assert Note.objects.for_organ(office.organ).get().kind == "contact"
    queue = client.get("/office/applications/confirming/").content.decode()
    assert re.search(r'data-heading="联系次数"[^>]*>1<', queue)


def test_splitting(office: Office) -> None:
    one, _ = filed(office, on=today())
    client = office.client("handler")
    code, page = post(client, one, "parts", request1="甲表", matter1="甲", request3="乙表")
    assert code == 200
    assert len(re.findall(r"<code>[0-9A-Z-]{19}</code>", page)) == 2
    whole = client.get(f"/office/applications/{one.number}/").content.decode()
    assert "已拆分出" in whole
    part = Application.objects.for_organ(office.organ).get(request="甲表")
    assert (
        f'由<a href="/office/applications/{one.number}/">'
        in client.get(f"/office/applications/{part.number}/").content.decode()
    )


def test_together_and_apart(office: Office) -> None:
    one, lead = filed(office, on=today())[0], filed(office, on=today())[0]
    client = office.client("handler")
    assert post(client, one, "together", other=lead.number)[0] == 302
    assert "合并办理" in client.get(f"/office/applications/{one.number}/").content.decode()
    page = client.get(f"/office/applications/{lead.number}/").content.decode()
    assert f"{one.number}</a> 办理中" in page
    assert client.post(address(one, "apart")).status_code == 302
    assert state_of(one, today()).case.together_with is None
    page = client.get(f"/office/applications/{one.number}/").content.decode()
    assert f"牵头的是{lead.number}" in page
    assert "与另一件分开办理" in page


def test_apart_once_it_is_closed(office: Office) -> None:
    one, lead = filed(office, on=today())[0], filed(office, on=today())[0]
    client = office.client("handler")
    post(client, one, "together", other=lead.number)
    entered(office, one, Kind.WITHDRAWN, today())
    assert "已办结" in client.post(address(one, "apart"), follow=True).content.decode()
    assert "分开办理</button>" not in client.get(f"/office/applications/{one.number}/").content.decode()


def test_voiding_a_double(office: Office) -> None:
    first, second = filed(office, on=today())[0], filed(office, on=today())[0]
    client = office.client("office_head")
    assert client.get(address(second, "double")).status_code == 200
    assert post(client, second, "double", other=first.number, reason="同一份寄了两次")[0] == 302
    assert state_of(second, today()).stage is Stage.NONE
    assert office.client("handler").get(address(second, "double")).status_code == 403
