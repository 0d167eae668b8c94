"""Binding an authenticator: the password is asked again, the secret is shown until confirmed, the codes once."""

from __future__ import annotations

from django.utils import timezone

from gongkai.web.people.models import SecondFactor
from gongkai.web.people.steps import has_second_factor
from tests.web.offices import PASSWORD, Office
from tests.web.people.codes import bound, code_at

PAGE = "/office/own/second-factor/"


def test_the_walk(office: Office) -> None:
    client, person = office.client("handler"), office.person("handler")
    assert client.post(PAGE, {"present": "wrong"}).status_code == 400
    assert not SecondFactor.objects.exists()
    assert client.post(PAGE, {"present": PASSWORD}).headers["Location"] == PAGE + "bind/"
    row = SecondFactor.objects.get()
    text = client.get(PAGE + "bind/").content.decode()
    assert row.opened("secret")[:4] in text
    assert client.post(PAGE + "bind/", {"code": "000000"}).status_code == 400
    assert not has_second_factor(person)
    response = client.post(PAGE + "bind/", {"code": code_at(row, timezone.now())})
    assert "只显示这一次" in response.content.decode()
    assert has_second_factor(person)
    assert client.get(PAGE + "bind/").status_code == 302


def test_new_recovery_codes_ask_for_the_password(office: Office) -> None:
    client = office.client("handler")
    bound(office.person("handler"), timezone.now())
    assert client.post("/office/own/recovery-codes/", {"present": "wrong"}).status_code == 400
    response = client.post("/office/own/recovery-codes/", {"present": PASSWORD})
    assert response.content.decode().count("<li><code>") == 10
    assert response.headers["Cache-Control"] == "no-store"


def test_the_page_says_what_holds(office: Office, settings: object) -> None:
    client = office.client("handler")
    assert "第二重验证" in client.get(PAGE).content.decode()
    bound(office.person("handler"), timezone.now())
    assert "已经绑定" in client.get(PAGE).content.decode()
