"""Applications as a provider: who may, what holds, where it leads."""

from __future__ import annotations

import pytest

from gongkai.statute.events import Event, Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.enter import enter
from gongkai.web.applications.cases import state_of
from gongkai.web.letters import providers
from gongkai.web.letters.actions.dispatch import dispatch
from gongkai.web.letters.actions.void import void
from gongkai.web.letters.models import Dispatch
from gongkai.web.replies.facts import subject_of
from gongkai.web.replies.provider import (
    address,
    beside,
    ended,
    holds,
    may_draft,
    may_read,
    unapproved,
    words,
)
from tests.web.applications.lives import NAME
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, gone, numbered, signed, written


def test_who_may(bureau: Office, other_office: Office) -> None:
    one = applied(bureau)
    assert providers.find(subject_of(one))[0] is not None
    for role, reads, drafts in (
        ("handler", True, True),
        ("reviewer", True, False),
        ("publisher", False, False),
    ):
        actor = bureau.actor(role)
        assert (may_read(actor, one.number), may_draft(actor, one.number)) == (reads, drafts)
    assert not may_read(other_office.actor("handler"), one.number)


def test_words_tell_nothing_of_a_person(bureau: Office) -> None:
    one = applied(bureau)
    assert words(one.number) == f"申请{one.number}"
    assert NAME not in words(one.number)
    assert address(one.number).endswith(f"/{one.number}/")


def test_a_letter_of_the_same_words_is_not_signed_by_the_other(bureau: Office) -> None:
    one = applied(bureau)
    first, second = written(bureau, one), written(bureau, one)
    assert first.digest == second.digest
    signed(bureau, first)
    assert holds(first) == ""
    assert "还没有送审" in holds(second)


def test_approval_comes_first(bureau: Office) -> None:
    one = applied(bureau)
    assert "批准登记" in unapproved(written(bureau, one, "D04"))
    letter = written(bureau, one)
    assert unapproved(letter) == ""
    assert beside(letter)[1].endswith(f"/{letter.pk}/")


def test_a_decision_does_not_go_out_after_the_applicant_has_withdrawn(bureau: Office) -> None:
    one, other = applied(bureau), applied(bureau)
    letter, goes = (numbered(bureau, signed(bureau, written(bureau, case))) for case in (one, other))
    clerk = bureau.actor("handler")
    assert (ended(letter), holds(goes)) == ("", "")
    enter(clerk, one, Event(Kind.WITHDRAWN, LATER), state_of(one, LATER).position, NOON)
    assert "不再发出" in holds(letter)
    with pytest.raises(NotAllowed, match="作废"):
        dispatch(clerk, letter, "paper", on=LATER, seen=letter.version, now=NOON)
    void(bureau.actor("office_head"), letter, "申请人撤回", seen=letter.version, now=NOON)
    gone(bureau, goes)
    assert ended(goes) == ""
    assert [row.letter for row in Dispatch.objects.for_organ(bureau.organ)] == [goes]
