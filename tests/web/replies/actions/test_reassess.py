"""Looking again: with a reason, in order, with the day of the next look."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.values.errors import NotAllowed
from gongkai.web.replies.actions.reassess import reassess
from gongkai.web.replies.models import Withheld
from gongkai.web.rights.actor import Forbidden
from tests.web.applications.lives import at
from tests.web.offices import Office
from tests.web.replies.desk import LATER, applied, replied

DAY = LATER + dt.timedelta(365)
NOW = at(DAY)


def test_a_look_and_the_next(bureau: Office) -> None:
    replied(bureau, applied(bureau))
    row, clerk = Withheld.objects.for_organ(bureau.organ).get(), bureau.actor("handler")
    one = reassess(clerk, row, "keep", "仍处于保密期限", on=DAY, now=NOW)
    assert one.next_on is not None
    assert one.next_on > DAY
    with pytest.raises(NotAllowed, match="早于上一次"):
        reassess(clerk, row, "keep", "甲", on=LATER, now=NOW)
    assert reassess(clerk, row, "release", "已经解密", on=DAY, now=NOW).next_on is None


def test_what_cannot_be(bureau: Office) -> None:
    replied(bureau, applied(bureau))
    row, clerk = Withheld.objects.for_organ(bureau.organ).get(), bureau.actor("handler")
    for outcome, reason, on, match in (
        ("keep", " ", DAY, "理由"),
        ("other", "甲", DAY, "结论"),
        ("keep", "甲", DAY + dt.timedelta(1), "还没有到"),
    ):
        with pytest.raises(NotAllowed, match=match):
            reassess(clerk, row, outcome, reason, on=on, now=NOW)
    with pytest.raises(Forbidden):
        reassess(bureau.actor("reviewer"), row, "keep", "甲", on=DAY, now=NOW)
