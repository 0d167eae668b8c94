"""Withdrawing, until the reply has left."""

from __future__ import annotations

import pytest
from django.utils import timezone

from gongkai.ledger.transitions import Stage
from gongkai.statute.events import Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.cases import state_of
from gongkai.web.applying.actions.withdraw import withdraw
from gongkai.web.applying.models import Supplement
from tests.web.applying.citizens import cited, confirmed, today
from tests.web.offices import Office


@pytest.mark.parametrize("words", ["", "已经在网站上找到"])
def test_before_and_after_the_receipt(office: Office, words: str) -> None:
    for one, _ in (cited(office), confirmed(office)):
        day = timezone.localdate()
        withdraw(one, words, state_of(one, day).position, timezone.now())
        after = state_of(one, day)
        assert after.stage is Stage.CLOSED
    assert Supplement.objects.for_organ(office.organ).count() == (2 if words else 0)
    assert after.case.row == "otherwise.other"


def test_not_after_the_reply(office: Office) -> None:
    one, _ = confirmed(office)
    today(office, one, Kind.DECIDED, decision="disclosed.supplied")
    today(office, one, Kind.DISPATCHED)
    with pytest.raises(NotAllowed):
        withdraw(one, "", state_of(one, timezone.localdate()).position, timezone.now())
