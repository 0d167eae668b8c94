"""Where a letter stands and what goes out, through its whole life; as a row and as a condition alike."""

from __future__ import annotations

import pytest

from gongkai.web.letters.actions.dispatch import dispatch
from gongkai.web.letters.actions.draft import redraft
from gongkai.web.letters.actions.issue import issue
from gongkai.web.letters.actions.scan import bind_scan
from gongkai.web.letters.actions.void import void
from gongkai.web.letters.models import Letter
from gongkai.web.letters.standing import (
    FINAL,
    STANDINGS,
    bound_scan,
    held_back,
    is_void,
    letters_of,
    may_go_out,
    outgoing,
    present,
    standing,
    standing_is,
    standing_words,
    went_out,
    why_not,
)
from tests.web.letters.bureau import DAY, NOW, PDF, cases_known, drafted, facts
from tests.web.offices import Office


def stands(letter: Letter) -> str:
    """The standing of the row, which must be the one condition that it meets."""
    rows = letters_of(letter.organ_id)
    found = standing(rows.get(pk=letter.pk))
    met = [value for value in STANDINGS if rows.filter(standing_is(value), pk=letter.pk).exists()]
    assert met == [found]
    return found


def again(letter: Letter) -> Letter:
    """The letter as it is stored."""
    one: Letter = Letter.objects.for_organ(letter.organ_id).get(pk=letter.pk)
    return one


def test_a_life_on_screen(bureau: Office) -> None:
    head, clerk = bureau.actor("office_head"), bureau.actor("handler")
    one = drafted(bureau)
    assert stands(one) == "draft"
    assert "还没有编号" in why_not(one)
    one = issue(head, one, on=DAY, seen=1, now=NOW)
    assert stands(one) == "issued"
    assert standing_words(letters_of(bureau.organ).get(pk=one.pk)) == STANDINGS["issued"]
    assert "盖章扫描件" in why_not(one)
    assert outgoing(one) is None
    bound = bind_scan(clerk, one, "答复书盖章件.pdf", PDF, seen=2, now=NOW)
    assert stands(one) == "bound"
    assert may_go_out(one)
    assert outgoing(one) == bound.file
    dispatch(head, one, "electronic", on=DAY, seen=2, now=NOW)
    assert stands(one) == "sent"
    assert went_out(one)
    assert went_out(one, "electronic")
    assert not went_out(one, "paper")


def test_another_text_unbinds_the_scan(bureau: Office) -> None:
    """Security check C41: what was sealed is what goes out."""
    head, clerk = bureau.actor("office_head"), bureau.actor("handler")
    one = issue(head, drafted(bureau), on=DAY, seen=1, now=NOW)
    bind_scan(clerk, one, "甲.pdf", PDF, seen=2, now=NOW)
    same = redraft(clerk, one, facts("D13"), on=DAY, seen=2, now=NOW)
    assert may_go_out(same), "the same text keeps its scan"
    other = redraft(clerk, same, facts("D13", request="另一份文件"), on=DAY, seen=3, now=NOW)
    assert stands(other) == "issued"
    assert bound_scan(other) is None
    assert not may_go_out(other)
    assert other.number == one.number
    back = redraft(clerk, other, facts("D13"), on=DAY, seen=4, now=NOW)
    assert may_go_out(back), "bound to the text, not to the version"


def test_a_life_on_paper(bureau: Office) -> None:
    head = bureau.actor("office_head")
    one = issue(head, drafted(bureau), on=DAY, seen=1, now=NOW)
    assert not may_go_out(one)
    dispatch(head, one, "paper", on=DAY, seen=2, now=NOW)
    assert may_go_out(one)
    assert outgoing(one) is None


def test_a_document_without_seal_goes_out_as_its_pdf(bureau: Office) -> None:
    head, clerk = bureau.actor("office_head"), bureau.actor("handler")
    from gongkai.web.letters.actions.draft import draft

    one = draft(clerk, "invented/1", "F01", facts("F01"), on=DAY, now=NOW)
    assert not one.sealed
    one = issue(head, one, on=DAY, seen=1, now=NOW)
    assert one.number == ""
    assert standing_words(letters_of(bureau.organ).get(pk=one.pk)) == FINAL
    assert one.version == 1
    assert may_go_out(one)
    assert outgoing(one) == present(one).pdf


@pytest.mark.parametrize("reason", ["还没有经过审核。"])
def test_the_case_can_hold_it_back(bureau: Office, reason: str) -> None:
    one = issue(bureau.actor("office_head"), drafted(bureau), on=DAY, seen=1, now=NOW)
    with cases_known(holds=lambda letter: reason):
        assert held_back(one) == why_not(one) == reason
    assert held_back(one) == ""


def test_void_and_trial_never_go_out(bureau: Office) -> None:
    head = bureau.actor("office_head")
    one = drafted(bureau)
    void(head, one, "事项重复", seen=1, now=NOW)
    assert is_void(one)
    assert stands(one) == "void"
    assert "作废" in why_not(again(one))
    trial = issue(head, drafted(bureau, subject="trial/1"), on=DAY, seen=1, now=NOW)
    assert "试制" in why_not(trial)


def test_other_organs_letters_are_not_in_the_list(bureau: Office, other_office: Office) -> None:
    drafted(bureau)
    assert letters_of(bureau.organ).count() == 1
    assert letters_of(other_office.organ).count() == 0
    assert letters_of(None).count() == 0
