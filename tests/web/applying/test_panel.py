"""What the office sees of it on the page of the case."""

from __future__ import annotations

from django.utils import timezone

from gongkai.web.applications.cases import state_of
from gongkai.web.applying.actions.answer import answer
from gongkai.web.applying.panel import context, rating_of, supplements_of
from tests.web.applying.citizens import confirmed
from tests.web.offices import Office


def test_nothing_then_what_was_sent(office: Office, other_office: Office) -> None:
    one, _ = confirmed(office)
    state = state_of(one, timezone.localdate())
    assert context(office.actor("handler"), state) is None
    answer(one, "material", "内容丙", state.position, now=timezone.now())
    found = context(office.actor("reviewer"), state)
    assert found
    assert found["may_open"] is False
    assert [row.opened("text") for row in supplements_of(one)] == ["内容丙"]
    assert rating_of(one) is None
    body = office.client("reviewer").get(f"/office/applications/{one.number}/").content.decode()
    assert "补充材料" in body
    assert "内容丙" not in body
