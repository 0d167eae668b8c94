"""Lists of people: nothing private in them, unused accounts, paused ones, the sheet of roles."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from gongkai.values.dates import day_words
from gongkai.web.limits.table import limit
from gongkai.web.people.models import RoleGrant, SignIn
from tests.web.offices import FIRST_DAY, Office

READERS = ["system_administrator", "security_administrator", "office_head", "leader"]


@pytest.mark.parametrize("form", ["", "?export=csv", "?export=xlsx", "?view=print"])
@pytest.mark.parametrize("page", ["people/", "people/roles/", "people/unused/"])
def test_nothing_private_in_any_form_of_a_list(office: Office, page: str, form: str) -> None:
    person = office.person("handler")
    person.seal("phone", "13912345678")
    person.save()
    body = office.client("system_administrator").get(f"/office/{page}{form}").content
    if form.endswith("xlsx"):
        rows = load_workbook(io.BytesIO(body)).active.iter_rows(values_only=True)
        body = str(list(rows)).encode()
    assert b"13912345678" not in body
    assert person.name in body.decode()


def test_search_and_filters(office: Office) -> None:
    client = office.client("system_administrator")
    gone = office.person("publisher")
    gone.left_on = timezone.localdate() - dt.timedelta(1)
    gone.save()
    office.person("handler")
    assert "共1条" in client.get("/office/people/?q=承办").content.decode()
    assert gone.name in client.get("/office/people/?here=no").content.decode()
    assert gone.name not in client.get("/office/people/?here=yes").content.decode()
    assert "承办员" in client.get("/office/people/?q=承办").content.decode()


def test_a_role_counts_once_in_the_list_and_once_in_the_count(office: Office) -> None:
    """The last sign-in and the roles are joined: neither may double a row."""
    office.client("handler")
    office.client("handler")
    client = office.client("system_administrator")
    text = client.get("/office/people/?q=承办").content.decode()
    assert text.count(office.person("handler").login) == 1


def test_unused_accounts(office: Office) -> None:
    client = office.client("system_administrator")
    never, long_ago, of_late, new = (
        office.person(role) for role in ("handler", "reviewer", "publisher", "leader")
    )
    now = timezone.now()
    new.joined_on = timezone.localdate()
    new.save()
    for person, days in ((long_ago, 91), (of_late, 89)):
        moment = now - dt.timedelta(days=days)
        SignIn.objects.create(
            organ=office.organ, person=person, began_at=moment, seen_at=moment, address="10.0.0.1"
        )
    text = client.get("/office/people/unused/").content.decode()
    assert never.login in text
    assert long_ago.login in text
    assert of_late.login not in text
    assert new.login not in text


def test_paused_accounts(office: Office) -> None:
    client = office.client("security_administrator")
    assert "没有暂停登录" in client.get("/office/people/locked/").content.decode()
    for _ in range(5):
        login = {"login": office.person("handler").login, "password": "wrong"}
        Client(SERVER_NAME="localhost").post("/office/sign-in/", login)
    assert office.person("handler").name in client.get("/office/people/locked/").content.decode()


def test_the_sheet_of_a_day(office: Office) -> None:
    person = office.person("handler")
    RoleGrant.objects.create(
        organ=office.organ, person=person, role="publisher", unit=office.unit, since=dt.date(2025, 1, 1),
        until=dt.date(2025, 2, 1), given_by="t",
    )  # fmt: skip
    client = office.client("security_administrator")
    body = client.get("/office/people/roles/?export=xlsx&day=2025-01-15").content
    rows = list(load_workbook(io.BytesIO(body)).active.iter_rows(values_only=True))
    head = next(i for i, row in enumerate(rows) if "承办员" in row)
    line = next(row for row in rows if person.name in row)
    assert line[rows[head].index("承办员")] == "√"
    assert line[rows[head].index("发布员")] == office.unit.name
    assert not line[rows[head].index("审核员")]
    text = client.get("/office/people/roles/?view=print&day=2025-03-01").content.decode()
    assert office.unit.name in text
    assert (
        f"人员角色表（{day_words(timezone.localdate())}）"
        in client.get("/office/people/roles/?day=x").content.decode()
    )
    assert dt.date(2025, 1, 1) > FIRST_DAY


def test_exports_come_to_an_end(office: Office) -> None:
    """Security check C41."""
    client = office.client("system_administrator")
    codes = [client.get("/office/people/?export=csv").status_code for _ in range(limit("export").count + 1)]
    assert codes[-2:] == [200, 429]
    assert client.get("/office/people/").status_code == 200
    assert office.client("office_head").get("/office/people/?export=csv").status_code == 200
