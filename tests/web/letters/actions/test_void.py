"""Voided with a reason, once, before it has gone out; the reason stays beside the number."""

from __future__ import annotations

import pytest

from gongkai.values.errors import NotAllowed
from gongkai.web.audit.models import AuditLine
from gongkai.web.letters.actions.dispatch import dispatch
from gongkai.web.letters.actions.issue import issue
from gongkai.web.letters.actions.void import void
from gongkai.web.letters.models import Letter
from gongkai.web.rights.actor import Forbidden
from tests.web.letters.bureau import DAY, NOW, drafted
from tests.web.offices import Office


def test_the_number_stays(bureau: Office) -> None:
    head = bureau.actor("office_head")
    one = issue(head, drafted(bureau), on=DAY, seen=1, now=NOW)
    gone = void(head, one, "  文种用错  ", seen=2, now=NOW)
    assert gone.reason == "文种用错"
    assert Letter.objects.for_organ(bureau.organ).get().number == "临司公开答〔2026〕1号"
    line = AuditLine.objects.filter(act="letters.void").get()
    assert line.data == {"number": one.number, "text": one.digest}, "the reason may name a person: not here"
    with pytest.raises(NotAllowed, match="已经作废"):
        void(head, one, "再次", seen=2, now=NOW)


def test_not_without_reason_right_or_after_it_went_out(bureau: Office) -> None:
    head = bureau.actor("office_head")
    one = issue(head, drafted(bureau), on=DAY, seen=1, now=NOW)
    with pytest.raises(NotAllowed, match="理由"):
        void(head, one, "　", seen=2, now=NOW)
    with pytest.raises(Forbidden):
        void(bureau.actor("reviewer"), one, "甲", seen=2, now=NOW)
    dispatch(head, one, "paper", on=DAY, seen=2, now=NOW)
    with pytest.raises(NotAllowed, match="已经发出"):
        void(head, one, "甲", seen=2, now=NOW)
