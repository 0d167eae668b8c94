"""Submitting, sending again, taking back."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from gongkai.web.review.actions.submitting import resubmit, submit, withdraw
from gongkai.web.review.kinds import NoContent
from gongkai.web.review.ledger import content_of
from gongkai.web.rights.actor import Forbidden
from gongkai.web.rights.roles import roles
from tests.web.offices import Office
from tests.web.review.conftest import Round


def again(round_: Round) -> None:
    """Submit the draft once more."""
    submit(round_.office.actor("handler"), "draft", str(round_.draft.pk), timezone.now())


def test_one_open_review_of_a_content(round_: Round) -> None:
    with pytest.raises(ValidationError, match="正在审核"):
        again(round_)
    withdraw(round_.office.actor("handler"), round_.file.id, round_.seen, timezone.now(), "不发了")
    again(round_)


def test_the_content_is_kept_as_it_was(round_: Round) -> None:
    kept = content_of(round_.organ_id, round_.file.id, round_.file.review.hash)
    assert kept.matches(round_.file.review.hash)
    assert kept.title == "关于举办法治宣传日活动的公告"


@pytest.mark.parametrize("role", roles())
def test_who_may_submit_and_withdraw(round_: Round, role: str) -> None:
    actor = round_.office.actor(role, 2)
    with pytest.raises((Forbidden, ValidationError)):
        withdraw(actor, round_.file.id, round_.seen, timezone.now())
    if "review.submit" not in roles()[role].rights:
        with pytest.raises(Forbidden):
            submit(actor, "draft", str(round_.draft.pk), timezone.now())


def test_sent_back_waits_until_it_is_sent_again(round_: Round) -> None:
    round_.send_back(1)
    file = resubmit(round_.office.actor("handler"), round_.file.id, round_.seen, timezone.now(), "日期无误")
    assert file.review.next_step == 1
    assert file.review.sent_back is None


def test_a_draft_of_another_organ_cannot_be_submitted(round_: Round, other_office: Office) -> None:
    with pytest.raises(NoContent):
        submit(other_office.actor("handler"), "draft", str(round_.draft.pk), timezone.now())
