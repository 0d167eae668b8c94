"""Requests for approval and refunds belong to an organ and stand in the order of their making."""

from __future__ import annotations

from gongkai.web.applications.models import ApprovalRequest, Refund
from tests.web.applications.lives import DAY, at, filed
from tests.web.offices import Office


def test_rows(office: Office, other_office: Office) -> None:
    one, _ = filed(office)
    made = {"organ": office.organ, "application": one, "by": "x", "at": at(DAY)}
    ApprovalRequest.objects.create(kind="extended", values={"days": 5}, position=1, **made)
    Refund.objects.create(amount=100, on=DAY, reason="多收", **made)
    assert ApprovalRequest.objects.for_organ(office.organ).get().turned_down_at is None
    assert not ApprovalRequest.objects.for_organ(other_office.organ).exists()
    assert not Refund.objects.for_organ(other_office.organ).exists()
