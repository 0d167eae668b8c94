"""A reply with a mistake is corrected by another letter; the case keeps its result."""

from __future__ import annotations

import pytest

from gongkai.values.errors import NotAllowed
from gongkai.web.applications.cases import state_of
from gongkai.web.letters.actions.draft import redraft
from gongkai.web.letters.models import Letter
from gongkai.web.letters.shown import paper_in
from gongkai.web.letters.standing import present
from gongkai.web.replies.actions.correct import correct
from gongkai.web.replies.models import Correction
from gongkai.web.rights.actor import Forbidden
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, gone, numbered, replied, signed, typed, written


def test_the_result_stays(bureau: Office) -> None:
    one = applied(bureau)
    letter = replied(bureau, one)
    before = state_of(one, LATER)
    new = correct(
        bureau.actor("handler"), letter, "文件名称误写为甲", "文件名称为乙。", on=LATER, seen=0, now=NOON
    )
    assert new.number == ""
    gone(bureau, numbered(bureau, signed(bureau, new)))
    after = state_of(one, LATER)
    assert (after.case.row, after.case.decisions, after.position) == (
        before.case.row,
        before.case.decisions,
        before.position,
    )
    assert Correction.objects.for_organ(bureau.organ).get().of == letter


def told(letter: Letter) -> str:
    return "".join(paper_in(present(letter)).body.paragraphs)


def test_it_says_which_letter_what_was_wrong_and_what_holds(bureau: Office) -> None:
    one = applied(bureau)
    letter = replied(bureau, one)
    clerk = bureau.actor("handler")
    assert "现更正为" not in told(letter)
    new = correct(clerk, letter, "文件名称误写为甲", "文件名称为乙。", on=LATER, seen=0, now=NOON)
    said = (
        f"2026年3月11日的《{letter.title}》（{letter.number}）有误：文件名称误写为甲。现更正为：文件名称为乙。"
        "更正后的全文如下，原文书与本文书不一致的，以本文书为准。"
    )
    assert said in told(new)
    new = redraft(clerk, new, typed("D13"), on=LATER, seen=new.version, now=NOON)
    assert said in told(new)
    page = bureau.client("handler").get(f"/office/letters/{new.pk}/versions/").content.decode()
    assert "correction_wrong" not in page
    with pytest.raises(NotAllowed, match="更正为什么"):
        correct(clerk, letter, "甲", "。", on=LATER, seen=0, now=NOON)


def test_only_what_was_sent_with_a_reason(bureau: Office) -> None:
    one = applied(bureau)
    letter = replied(bureau, one)
    clerk = bureau.actor("handler")
    with pytest.raises(NotAllowed, match="哪里有误"):
        correct(clerk, letter, " ", "乙", on=LATER, seen=0, now=NOON)
    with pytest.raises(NotAllowed, match="还没有发出"):
        correct(clerk, written(bureau, one), "甲", "乙", on=LATER, seen=0, now=NOON)
    with pytest.raises(Forbidden):
        correct(bureau.actor("reviewer"), letter, "甲", "乙", on=LATER, seen=0, now=NOON)
