"""The conclusion of the secrecy review stands in the case only by a signature on the reply as it now is."""

from __future__ import annotations

from typing import Any

import pytest

from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.propose import Draft, propose
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.models import Application
from gongkai.web.applications.proposals_panel import context
from gongkai.web.letters.actions.draft import redraft
from gongkai.web.letters.actions.void import void
from gongkai.web.letters.models import Letter
from gongkai.web.replies.actions.submit import send_to_review
from gongkai.web.replies.proposed import still_holds
from gongkai.web.replies.reviewing import review_of
from gongkai.web.replies.secrecy import conclusion
from gongkai.web.review.actions.papers import Scan, enter_paper
from gongkai.web.review.actions.signing import sign_secrecy
from gongkai.web.review.core.acts import SECRECY
from gongkai.web.review.core.content import short
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, numbered, seen, signed, typed, written

SUPPLIED = "disclosed.supplied"


def told(office: Office, one: Application) -> dict[str, Any]:
    found = context(office.actor("handler"), state_of(one, LATER))
    assert found
    return dict(found["proposals"][0]["facts"])


def in_review(office: Office) -> tuple[Application, Letter]:
    one = applied(office)
    letter = written(office, one, "D11")
    send_to_review(office.actor("handler"), letter, 0, NOON)
    return one, letter


def test_it_is_awaited_until_it_is_signed(bureau: Office) -> None:
    one = applied(bureau)
    propose(bureau.actor("handler"), one, Draft(SUPPLIED, facts={"material": "决算表"}), 0, NOON)
    assert told(bureau, one)["保密审查结论"].startswith("还没有。请起草答复书")
    with pytest.raises(NotAllowed, match="还缺少保密审查结论"):
        still_holds(state_of(one, LATER), SUPPLIED)
    letter = signed(bureau, written(bureau, one, "D11"))
    name = bureau.person("secrecy_reviewer").name
    assert conclusion(state_of(one, LATER)) == f"可以公开（{name}2026年3月11日签署，见《{letter.title}》）"
    assert told(bureau, one)["保密审查结论"].startswith("可以公开")
    still_holds(state_of(one, LATER), SUPPLIED)
    assert numbered(bureau, letter).number


def test_what_was_typed_before_carries_nothing(bureau: Office) -> None:
    one, _ = in_review(bureau)
    with pytest.raises(NotAllowed, match="还缺少保密审查结论"):
        still_holds(state_of(one, LATER), SUPPLIED)
    assert told(bureau, one)["保密审查结论"].startswith("还没有")


def test_another_text_or_a_void_letter_takes_it_away(bureau: Office) -> None:
    one, letter = in_review(bureau)
    file = review_of(letter)
    assert file
    keeper = bureau.actor("secrecy_reviewer")
    sign_secrecy(keeper, file.id, seen(file), NOON, conclusion="disclose", basis="不涉及国家秘密")
    assert conclusion(state_of(one, LATER))
    handler, other = bureau.actor("handler"), typed("D11", material=["另一张表"])
    letter = redraft(handler, letter, other, on=LATER, seen=letter.version, now=NOON)
    assert conclusion(state_of(one, LATER)) == ""
    void(handler, letter, "不用了", seen=letter.version, now=NOON)
    assert conclusion(state_of(one, LATER)) == ""


def test_on_paper_with_its_scan(bureau: Office) -> None:
    one, letter = in_review(bureau)
    file = review_of(letter)
    assert file
    enter_paper(
        bureau.actor("handler", 2), file.id, seen(file), NOON, task=SECRECY,
        signer=bureau.person("secrecy_reviewer"), signed_on=LATER, source="paper",
        fingerprint=short(file.review.hash), scan=Scan("7", "保密审查表.pdf", "a" * 64), basis="不涉及国家秘密",
    )  # fmt: skip
    assert conclusion(state_of(one, LATER)).endswith("，纸质签署，扫描件“保密审查表.pdf”）")
