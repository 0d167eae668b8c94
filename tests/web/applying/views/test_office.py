"""Opening what an applicant wrote: by right, with a line of audit."""

from __future__ import annotations

from django.utils import timezone

from gongkai.web.applying.actions.answer import answer
from gongkai.web.audit.models import AuditLine
from tests.web.applying.citizens import confirmed
from tests.web.offices import Office


def test_opened_by_right_and_audited(office: Office, other_office: Office) -> None:
    one, _ = confirmed(office)
    answer(one, "material", "内容丁", 2, now=timezone.now())
    address = f"/office/applications/{one.number}/sent/"
    assert "内容丁" in office.client("handler").post(address).content.decode()
    assert AuditLine.objects.filter(act="applying.look", subject=one.number).count() == 1
    assert office.client("reviewer").post(address).status_code == 403
    assert other_office.client("handler").post(address).status_code == 404
