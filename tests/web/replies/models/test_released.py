"""Everybody reads what is released; what was withdrawn nobody reads."""

from __future__ import annotations

from gongkai.web.replies.models import Answer
from tests.web.offices import Office
from tests.web.replies.desk import NOON, released


def test_public(office: Office) -> None:
    one = released(office, "甲")
    rows = Answer.objects.for_organ(office.organ)
    assert list(rows.public()) == [one]
    rows.update(withdrawn_at=NOON)
    assert list(rows.public()) == []
