"""Lists: search, filters, sorting, pages, print, export, over real rows."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from gongkai.web.pages.lists import PER_PAGE, Choice, Column, Listing
from gongkai.web.people.models import Person
from tests.web.offices import FIRST_DAY, Office

COLUMNS = (
    Column("name", "姓名", sort="name", link=lambda p: f"/office/people/{p.pk}/"),
    Column("login", "登录名", sort="login"),
    Column("unit", "处室"),
)
WORKING = Choice("at", "在岗", (("yes", "在岗"), ("no", "离岗")), lambda v: Q(left_on__isnull=v == "yes"))


@pytest.fixture
def listing(office: Office, other_office: Office) -> Listing:
    other_office.person("handler")
    names = ["甲", "乙", "=1+1", *(f"第{n:03d}人" for n in range(PER_PAGE))]
    people = [
        Person(organ=office.organ, login=f"p{n:03d}", name=name, joined_on=FIRST_DAY, password="!")
        for n, name in enumerate(names)
    ]
    people[1].left_on = FIRST_DAY
    Person.objects.bulk_create(people)
    rows = Person.objects.for_organ(office.organ)
    return Listing(
        "people", "人员", COLUMNS, rows, search=("name", "login"), filters=(WORKING,), order="login"
    )


def asked(listing: Listing, query: str) -> HttpResponse:
    request: HttpRequest = RequestFactory(SERVER_NAME="localhost").get(f"/office/people/?{query}")
    return listing.answer(request, "pages/_listing.html")


def shown(listing: Listing, query: str) -> str:
    return asked(listing, query).content.decode()


def test_a_page_and_the_next(listing: Listing) -> None:
    first = shown(listing, "")
    assert f"共{PER_PAGE + 3}条" in first
    assert first.count("<tr>") == PER_PAGE + 1
    assert "page=2" in first
    second = shown(listing, "page=2")
    assert second.count("<tr>") == 3 + 1
    assert "东坪" not in first + second


def test_search(listing: Listing) -> None:
    assert "共1条" in shown(listing, "q=甲")
    assert "共1条" in shown(listing, "q=P001")
    assert "还没有内容" in shown(listing, "q=丙丁戊")


def test_what_was_sought_is_counted_once_where_it_fits_a_page(listing: Listing) -> None:
    asked = []
    for query in ("q=甲", "q=第", "q=丙丁戊", ""):
        request: HttpRequest = RequestFactory(SERVER_NAME="localhost").get(f"/?{query}")
        with CaptureQueriesContext(connection) as queries:
            page = listing.page(listing.chosen(request), None, bool(query))
        asked.append((page.paginator.count, any("COUNT(" in one["sql"] for one in queries.captured_queries)))
    assert asked == [(1, False), (PER_PAGE, True), (0, True), (PER_PAGE + 3, True)]


def test_filters_and_values_that_there_are_not(listing: Listing) -> None:
    assert "共1条" in shown(listing, "at=no")
    assert f"共{PER_PAGE + 3}条" in shown(listing, "at=perhaps")


def test_sorting(listing: Listing) -> None:
    up, down = shown(listing, "sort=login"), shown(listing, "sort=-login")
    assert up.index("p000") < up.index("p001")
    assert "p000" not in down
    assert 'aria-sort="descending"' in down
    assert f"共{PER_PAGE + 3}条" in shown(listing, "sort=password")


def test_what_has_no_value_stands_last_either_way(office: Office, listing: Listing) -> None:
    """Whatever the database does by itself: SQLite has it first going up, PostgreSQL going down."""
    days = {f"p{n:03d}": FIRST_DAY + dt.timedelta(n) for n in (3, 5, 4)}
    for login, day in days.items():
        Person.objects.for_organ(office.organ).filter(login=login).update(left_on=day)
    left = listing.rows.filter(login__in=[*days, "p006", "p007"])
    columns = [Column("left_on", "最后工作日", sort="left_on"), Column("unit", "处室", sort="unit__name")]
    leaving = Listing("people", "人员", columns, left)
    dated, blank = ["p003", "p004", "p005"], ["p006", "p007"]
    assert [one.login for one in by(leaving, "left_on")][:3] == dated
    assert [one.login for one in by(leaving, "-left_on")][:3] == dated[::-1]
    assert {one.login for way in ("", "-") for one in by(leaving, f"{way}left_on")[3:]} == set(blank)
    first = {left.order_by(order)[0].login for order in ("left_on", "-left_on")}
    assert first & set(blank), "the control: left to itself a database puts them first one way"


def test_rows_without_what_an_order_goes_through_stand_last(office: Office, listing: Listing) -> None:
    Person.objects.for_organ(office.organ).filter(login="p007").update(unit=office.unit)
    some = listing.rows.filter(login__in=["p006", "p007", "p008"])
    leaving = Listing("people", "人员", [Column("unit", "处室", sort="unit__name")], some)
    assert [by(leaving, sort)[0].login for sort in ("unit", "-unit")] == ["p007", "p007"]


def by(listing: Listing, sort: str) -> list[Person]:
    return list(listing.chosen(RequestFactory(SERVER_NAME="localhost").get(f"/?sort={sort}")))


def named_alike(office: Office) -> list[Person]:
    people = [
        Person(organ=office.organ, login=f"q{n:03d}", name="同名", joined_on=FIRST_DAY, password="!")
        for n in range(2 * PER_PAGE + 7)
    ]
    made: list[Person] = Person.objects.bulk_create(people)
    return made


def test_ties_stand_the_same_way_in_every_page(office: Office, listing: Listing) -> None:
    keys = {one.pk for one in named_alike(office)}
    found: dict[str, list[Any]] = {"name": [], "-name": []}
    for sort, rows in found.items():
        request: HttpRequest = RequestFactory(SERVER_NAME="localhost").get(f"/?q=同名&sort={sort}")
        chosen = listing.chosen(request)
        for number in ("1", "2", "3"):
            rows += [row.pk for row in listing.page(chosen, number)]
    assert set(found["name"]) == keys
    assert found["name"] == found["-name"][::-1]


def test_a_page_far_behind_reads_its_own_rows_alone(office: Office, listing: Listing) -> None:
    named_alike(office)
    request: HttpRequest = RequestFactory(SERVER_NAME="localhost").get("/?sort=name")
    with CaptureQueriesContext(connection) as asked:
        page = listing.page(listing.chosen(request), "3")
    skipping = [one["sql"] for one in asked.captured_queries if "OFFSET" in one["sql"]]
    assert page.number == 3
    assert len(asked) == 3
    assert len(skipping) == 1
    assert "login" not in skipping[0].split(" FROM ")[0]


def test_a_name_is_escaped(office: Office, listing: Listing) -> None:
    Person.objects.for_organ(office.organ).filter(login="p000").update(name="<script>x</script>")
    assert "<script>" not in shown(listing, "q=p000")


def test_exports_hold_all_rows_and_no_formula(listing: Listing) -> None:
    """Security check C30."""
    answer = asked(listing, "export=csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == ["姓名", "登录名", "处室"]
    assert len(rows) == PER_PAGE + 4
    assert ["'=1+1", "p002", ""] in rows
    assert "filename*=UTF-8''%E4%BA%BA%E5%91%98" in answer.headers["Content-Disposition"]
    book = openpyxl.load_workbook(io.BytesIO(asked(listing, "export=xlsx&q=p002").content))
    cells: list[Any] = [[c.value for c in row] for row in book.active.iter_rows()]
    assert cells == [["姓名", "登录名", "处室"], ["=1+1", "p002", None]]
    assert book.active["A2"].data_type == "s"


def test_print_holds_all_rows(listing: Listing) -> None:
    page = shown(listing, "view=print")
    assert page.count("<tr>") == PER_PAGE + 4
    assert "<form" not in page
