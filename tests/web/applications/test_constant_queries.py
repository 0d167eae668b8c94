"""List, board and page of a case ask the database as often among 200 applications as among 10."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench import cases as bench
from gongkai.web.applications import board, handlers, kin
from gongkai.web.applications.models import Standing
from gongkai.web.applications.views import cases
from tests.web.offices import Office

FEW, MANY = 10, 200
LIST, BOARD, CASE = "/office/applications/", "/office/applications/board/", "/office/applications/{}/"
BIG = (
    "applications_application",
    "applications_applicationrow",
    "applications_assignment",
    "applications_standing",
)
ALIAS = re.compile(r'"(\w+)" ([A-Z]\d+)\b')
PAGES = (
    LIST, f"{LIST}?days=open", f"{LIST}?stage=delivered&sort=due", f"{LIST}?q=项", f"{LIST}oversight/",
    BOARD, f"{BOARD}?day={{earlier}}", "/office/", CASE,
)  # fmt: skip


@pytest.fixture
def offices(monkeypatch: pytest.MonkeyPatch, office: Office, other_office: Office) -> tuple[Office, Office]:
    """One with few applications and one with many, half of them open, by three applicants."""
    monkeypatch.setattr(bench, "OPEN_SHARE", 2)
    monkeypatch.setattr(bench, "APPLICANTS", 3)
    bench.fill(office, FEW, timezone.localdate())
    bench.fill(other_office, MANY, timezone.localdate())
    return office, other_office


def asked_by(office: Office, page: str) -> list[str]:
    """The queries that a page asks, once everything that a process keeps is kept."""
    newest = Standing.objects.for_organ(office.organ).order_by("-number").first()
    earlier = newest.filed_on.isoformat()
    address = page.format(newest.number, earlier=earlier)
    client = office.client("office_head")
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return [one["sql"] for one in asked.captured_queries]


def counted(office: Office, page: str) -> int:
    """How many they are."""
    return len(asked_by(office, page))


def walks(office: Office, page: str) -> list[str]:
    """The steps of its queries that go through all cases, entries or assignments of an organ."""
    found = []
    for sql in asked_by(office, page):
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}".replace("%", "%%"), ())
            steps = [str(row[3]) for row in cursor.fetchall()]
        tables = {alias: table for table, alias in ALIAS.findall(sql)}
        for step in steps:
            named = step.split(" ")[1] if step.startswith(("SEARCH", "SCAN")) else ""
            big = tables.get(named, named) in BIG
            if big and (step.startswith("SCAN") or step.endswith("(organ_id=?)")):
                found.append(step)
    return found


@pytest.mark.parametrize("page", PAGES)
def test_as_many_queries_among_many_as_among_few(offices: tuple[Office, Office], page: str) -> None:
    few, many = offices
    # What a search finds is counted where it is more than a page.
    assert counted(many, page) == counted(few, page) + ("?q=" in page)


def test_a_query_for_each_case_is_noticed(
    offices: tuple[Office, Office], monkeypatch: pytest.MonkeyPatch
) -> None:
    few, many = offices
    whole = cases.standings
    monkeypatch.setattr(cases, "standings", lambda *given: whole(*given).prefetch_related(None))
    for module in (handlers, board):
        monkeypatch.setattr(module, "LOT", 1)
    told = kin._kin

    def asking(application: Any, standing: Standing) -> Any:
        Standing.objects.for_organ(application.organ_id).filter(pk=standing.pk).exists()
        return told(application, standing)

    monkeypatch.setattr(kin, "_kin", asking)
    for page in (LIST, BOARD, f"{BOARD}?day={{earlier}}", CASE):
        assert counted(many, page) > counted(few, page) + FEW, page


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL decides by the size of the table")
def test_no_page_of_a_case_walks_through_all_of_them(offices: tuple[Office, Office]) -> None:
    """SQLite decides without figures, so what it walks through here it walks through among 100,000."""
    _, many = offices
    for page in (CASE, BOARD, f"{BOARD}?day={{earlier}}", "/office/"):
        assert walks(many, page) == [], page
    assert walks(many, LIST), "the list counts all"
