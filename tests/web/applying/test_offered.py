"""What the page offers is what the core takes, in every stage that a case can stand in (security check C37)."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.utils import timezone

from gongkai.statute.events import Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.models import Application
from gongkai.web.applying.actions.answer import answer
from gongkai.web.applying.actions.rate import rate
from gongkai.web.applying.views.case import offers
from tests.web.applying.citizens import cited, confirmed, today
from tests.web.offices import Office

LIVES: dict[str, list[tuple[Kind, dict[str, object]]]] = {
    "received": [],
    "correction": [(Kind.CORRECTION_NOTICE, {})],
    "corrected": [(Kind.CORRECTION_NOTICE, {}), (Kind.CORRECTED, {})],
    "reasons": [(Kind.REASONS_REQUESTED, {})],
    "reasons given": [(Kind.REASONS_REQUESTED, {}), (Kind.REASONS_GIVEN, {})],
    "fee": [(Kind.FEE_NOTICE, {"amount": 100})],
    "paid": [(Kind.FEE_NOTICE, {"amount": 100}), (Kind.FEE_PAID, {})],
    "extended": [(Kind.EXTENDED, {"days": 10, "approved_by": "负责人"})],
    "decided": [(Kind.DECIDED, {"decision": "disclosed.supplied"})],
    "sent": [(Kind.DECIDED, {"decision": "disclosed.supplied"}), (Kind.DISPATCHED, {})],
    "delivered": [
        (Kind.DECIDED, {"decision": "disclosed.supplied"}), (Kind.DISPATCHED, {}), (Kind.DELIVERED, {}),
    ],
    "withdrawn": [(Kind.WITHDRAWN, {})],
}  # fmt: skip


class Undone(Exception):
    """Takes the try back."""


def taken(one: Application, kind: str) -> bool:
    """Whether the act would be taken now; nothing stays."""
    now = timezone.now()
    try:
        with transaction.atomic():
            if kind == "rating":
                rate(one, 5, "", now)
            else:
                answer(one, kind, "内容", state_of(one, timezone.localdate()).position, now=now)
            raise Undone
    except Undone:
        return True
    except NotAllowed:
        return False


def agree(one: Application) -> None:
    found = offers(state_of(one, timezone.localdate()))
    for kind, name in (
        ("correction", "correction_form"), ("withdrawal", "withdraw_form"), ("rating", "rating_form"),
    ):  # fmt: skip
        assert (found[name] is not None) == taken(one, kind), kind
    # The core takes reasons twice; the page asks for them once.
    assert found["reasons_form"] is None or taken(one, "reasons")


@pytest.mark.parametrize("life", LIVES)
def test_what_is_offered_is_taken_and_nothing_else(office: Office, life: str) -> None:
    one, _ = confirmed(office)
    for kind, more in LIVES[life]:
        today(office, one, kind, **more)
    agree(one)


def test_before_the_receipt(office: Office) -> None:
    one, _ = cited(office)
    agree(one)
