"""Everybody reads what is released; what was withdrawn nobody reads."""

from __future__ import annotations

from gongkai.web.replies.models import Answer, CaseDraft
from gongkai.web.review.models import Draft
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied


def test_public(office: Office) -> None:
    draft = Draft.objects.create(organ=office.organ, created_at=NOON, created_by="p")
    source = CaseDraft.objects.create(
        organ=office.organ,
        application=applied(office),
        draft=draft,
        purpose="answer",
        reason="甲",
        by="p",
        at=NOON,
    )
    one = Answer.objects.create(
        organ=office.organ, source=source, title="甲", body="乙", on=LATER, by="p", at=NOON
    )
    rows = Answer.objects.for_organ(office.organ)
    assert list(rows.public()) == [one]
    rows.update(withdrawn_at=NOON)
    assert list(rows.public()) == []
