"""A reply with a mistake is corrected by another letter; the case keeps its result."""

from __future__ import annotations

import pytest

from gongkai.values.errors import NotAllowed
from gongkai.web.applications.cases import state_of
from gongkai.web.replies.actions.correct import correct
from gongkai.web.replies.models import Correction
from gongkai.web.rights.actor import Forbidden
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, gone, numbered, replied, signed, written


def test_the_result_stays(bureau: Office) -> None:
    one = applied(bureau)
    letter = replied(bureau, one)
    before = state_of(one, LATER)
    new = correct(bureau.actor("handler"), letter, "文件名称有误", on=LATER, now=NOON)
    assert new.number == ""
    gone(bureau, numbered(bureau, signed(bureau, new)))
    after = state_of(one, LATER)
    assert (after.case.row, after.case.decisions, after.position) == (
        before.case.row,
        before.case.decisions,
        before.position,
    )
    assert Correction.objects.for_organ(bureau.organ).get().of == letter


def test_only_what_was_sent_with_a_reason(bureau: Office) -> None:
    one = applied(bureau)
    letter = replied(bureau, one)
    clerk = bureau.actor("handler")
    with pytest.raises(NotAllowed, match="理由"):
        correct(clerk, letter, " ", on=LATER, now=NOON)
    with pytest.raises(NotAllowed, match="还没有发出"):
        correct(clerk, written(bureau, one), "甲", on=LATER, now=NOON)
    with pytest.raises(Forbidden):
        correct(bureau.actor("reviewer"), letter, "甲", on=LATER, now=NOON)
