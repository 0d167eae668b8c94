"""To the reviewers, once; again only after a change."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from gongkai.values.errors import NotAllowed
from gongkai.web.letters.actions.draft import redraft
from gongkai.web.replies.actions.submit import send_to_review
from gongkai.web.replies.reviewing import KEY, LETTERS, lacks
from gongkai.web.review.actions.chains import follow_kind, set_chain
from gongkai.web.review.actions.doing import Seen, common
from gongkai.web.review.actions.releasing import release
from gongkai.web.review.actions.signing import send_back, sign, sign_secrecy
from gongkai.web.review.core.acts import Resubmitted
from gongkai.web.review.core.chain import DEFAULT, Chain, Step
from gongkai.web.review.core.words import checks
from gongkai.web.review.ledger import File, keep_content, write
from gongkai.web.review.models import ReviewChain
from gongkai.web.rights.actor import Forbidden
from tests.web.offices import Office
from tests.web.replies.desk import (
    LATER,
    NOON,
    applied,
    enclosing,
    gone,
    numbered,
    seen,
    signed,
    typed,
    written,
)

BEFORE = NOON - dt.timedelta(days=1)
ONE = Chain((Step("审核", ("secrecy_reviewer", "office_head")),))


def apart(office: Office, sort: str = "D02", chain: Chain = ONE, now: dt.datetime = BEFORE) -> None:
    """A chain for one kind of letter."""
    set_chain(office.actor("office_head"), KEY, chain, now, sort)


def sent(office: Office, letter: Any, position: int = 0) -> File:
    """To the reviewers, by the handler."""
    return send_to_review(office.actor("handler"), letter, position, NOON)


def test_once_and_again_after_a_change(bureau: Office) -> None:
    clerk, letter = bureau.actor("handler"), written(bureau, applied(bureau))
    file = send_to_review(clerk, letter, 0, NOON)
    with pytest.raises(NotAllowed, match="正在审核"):
        send_to_review(clerk, letter, file.position, NOON)
    again = redraft(clerk, letter, typed("D13", reasons="另写的理由。"), on=LATER, seen=1, now=NOON)
    after = send_to_review(clerk, again, file.position, NOON)
    assert after.id == file.id
    assert after.review.hash != file.review.hash


def test_who_and_what(bureau: Office, other_office: Office) -> None:
    letter = written(bureau, applied(bureau))
    for actor in (bureau.actor("reviewer"), other_office.actor("handler")):
        with pytest.raises(Forbidden):
            send_to_review(actor, letter, 0, NOON)
    form = written(bureau, applied(bureau), "F04", file_number="1", files=typed("F04")["files"])
    with pytest.raises(NotAllowed, match="不需要送审"):
        send_to_review(bureau.actor("handler"), form, 0, NOON)
    issued = numbered(bureau, signed(bureau, letter))
    with pytest.raises(NotAllowed, match="已经编号"):
        send_to_review(bureau.actor("handler"), issued, 0, NOON)


def test_a_notice_goes_out_with_one_person_beside_its_author(bureau: Office) -> None:
    apart(bureau)
    letter = written(bureau, applied(bureau), "D02")
    file = sent(bureau, letter)
    assert (file.review.chain, file.review.opened.sort) == (ONE, "D02")
    keeper = bureau.actor("secrecy_reviewer")
    file = sign(keeper, file.id, seen(file), NOON, step=1, checks=checks())
    assert "保密审查还没有签署" in lacks(letter)
    sign_secrecy(keeper, file.id, seen(file), NOON, conclusion="disclose", basis="不涉及国家秘密")
    assert lacks(letter) == ""
    assert gone(bureau, numbered(bureau, letter)).number


def test_control_its_author_does_not_sign_it_in_whatever_role(bureau: Office) -> None:
    apart(bureau)
    head = bureau.actor("office_head")
    letter = written(bureau, applied(bureau), "D02")
    file = send_to_review(head, letter, 0, NOON)
    with pytest.raises(ValidationError):
        sign(head, file.id, seen(file), NOON, step=1, checks=checks())
    assert "“审核”还没有签署" in lacks(letter)


def test_a_reply_and_other_notices_keep_the_general_chain(bureau: Office) -> None:
    apart(bureau)
    one = applied(bureau)
    for kind in ("D03", "D13"):
        review = sent(bureau, written(bureau, one, kind)).review
        assert (review.chain, review.opened.sort) == (DEFAULT, "")


def test_what_is_under_review_keeps_the_chain_of_its_day(bureau: Office) -> None:
    apart(bureau)
    one = applied(bureau)
    first = sent(bureau, written(bureau, one, "D02"))
    follow_kind(bureau.actor("office_head"), KEY, "D02", NOON)
    second = written(bureau, one, "D02")
    assert sent(bureau, second).review.chain == DEFAULT
    after = sign(bureau.actor("office_head"), first.id, seen(first), NOON, step=1, checks=checks())
    assert after.review.chain == ONE
    assert after.review.next_step is None


def test_a_file_that_goes_out_with_it_asks_for_the_general_chain(bureau: Office) -> None:
    apart(bureau)
    letter = enclosing(bureau, written(bureau, applied(bureau), "D02"))
    assert sent(bureau, letter).review.chain == DEFAULT


def test_a_file_added_after_it_came_back_cannot_go_by_the_short_chain(bureau: Office) -> None:
    apart(bureau)
    letter = written(bureau, applied(bureau), "D02")
    file = sent(bureau, letter)
    back = send_back(bureau.actor("office_head"), file.id, seen(file), NOON, task=1, reason="请改")
    enclosing(bureau, letter)
    with pytest.raises(NotAllowed, match="请撤回后重新送审"):
        sent(bureau, letter, back.position)
    assert "重新送审" in lacks(letter)


def test_nothing_is_released_by_a_chain_that_it_has_outgrown(bureau: Office) -> None:
    """As if the content had been put under review past the act that refuses it."""
    apart(bureau)
    clerk, letter = bureau.actor("handler"), written(bureau, applied(bureau), "D02")
    file = sent(bureau, letter)
    organ, content = bureau.organ.pk, LETTERS.content(bureau.organ.pk, str(enclosing(bureau, letter).pk))
    again = Resubmitted(**common(file, clerk, NOON), title=content.title, hash=content.fingerprint())
    write(organ, file.id, again)
    keep_content(organ, file.id, again.hash, content)
    keeper, now = bureau.actor("secrecy_reviewer"), Seen(2, again.hash)
    file = sign(keeper, file.id, now, NOON, step=1, checks=checks())
    file = sign_secrecy(keeper, file.id, seen(file), NOON, conclusion="disclose", basis="不涉及国家秘密")
    assert file.review.complete
    with pytest.raises(ValidationError, match="请撤回后重新送审"):
        release(clerk, file.id, seen(file), NOON, where="发给申请人", right="letters.send")


def test_an_earlier_setting_that_lacks_what_is_demanded_is_told(bureau: Office) -> None:
    set_chain(bureau.actor("office_head"), KEY, DEFAULT, BEFORE)
    ReviewChain.objects.for_organ(bureau.organ).update(steps=[
        {"name": name, "roles": ["reviewer"], "own_unit": False} for name in ("初审", "复审")
    ])  # fmt: skip
    one = applied(bureau)
    with pytest.raises(NotAllowed, match="现在的审核环节不能用于这一件：没有只由工作机构负责人"):
        sent(bureau, written(bureau, one, "D13"))
    assert len(sent(bureau, written(bureau, one, "D02")).review.chain.steps) == 2
