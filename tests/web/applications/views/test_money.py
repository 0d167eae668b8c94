"""Pages about money and receipts."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from gongkai.values.dates import day_words
from gongkai.web.applications.models import Application
from tests.web.applications.acting import now_of, posted, recent
from tests.web.offices import Office


def page(one: Application, part: str) -> str:
    return f"/office/applications/{one.number}/{part}/"


def today() -> str:
    return timezone.localdate().isoformat()


def test_an_estimate_with_its_steps(office: Office) -> None:
    one, client = recent(office), office.client("handler")
    recent(office)
    first = client.get(page(one, "fee")).content.decode()
    assert "只测算，不登记" in first
    # The place in the month is the intake's own.
    assert 'name="nth" value="1"' in first
    text = client.get(page(one, "fee"), {"mode": "per_application", "nth": 31}).content.decode()
    assert "按件计收：200元" in text
    missing = client.get(page(one, "fee"), {"mode": "per_page"}).content.decode()
    assert "请登记页数" in missing


def test_a_receipt(office: Office) -> None:
    one, client = recent(office), office.client("handler")
    posted(client, one, "events", "correction-notice")
    values: dict[str, Any] = {"seen": now_of(one).position, "on": today()}
    assert client.get(page(one, "notice-receipt")).status_code == 200
    assert client.post(page(one, "notice-receipt"), values | {"seen": 1}).status_code == 409
    assert client.post(page(one, "notice-receipt"), values).status_code == 302
    assert (
        f"{day_words(timezone.localdate())}送达"
        in client.get(f"/office/applications/{one.number}/").content.decode()
    )
    assert client.post(page(one, "notice-receipt"), values | {"seen": 4}).status_code == 422


def test_a_refund(office: Office) -> None:
    one, head = recent(office), office.client("office_head")
    posted(head, one, "approvals", "fee-notice", amount="100", received=today())
    assert posted(head, one, "events", "fee-paid").status_code == 302
    values = {"amount": 100, "on": today(), "reason": "申请人撤回"}
    assert head.post(page(one, "refund"), values | {"amount": 101}).status_code == 422
    assert head.post(page(one, "refund"), values).status_code == 302
    assert "申请人撤回" in head.get(f"/office/applications/{one.number}/").content.decode()
