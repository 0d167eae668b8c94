"""Saving drafts: versions, and what a change does to a review."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from gongkai.web.entries.row import Taken
from gongkai.web.review.actions.drafts import begin_draft, save_draft
from gongkai.web.review.drafts import latest_version
from gongkai.web.review.models import DraftVersion
from gongkai.web.rights.actor import Forbidden
from tests.web.offices import Office
from tests.web.review.conftest import VALUES, Round


def test_a_change_under_review_goes_to_the_reviewers_at_once(round_: Round) -> None:
    round_.sign(1)
    save_draft(round_.office.actor("handler"), round_.draft, 1, timezone.now(), 2, body="改过的正文。")
    review = round_.again().review
    assert review.signatures == ()
    assert review.next_step == 1


def test_sent_back_it_can_be_saved_often_before_it_is_sent_again(round_: Round) -> None:
    round_.send_back(1)
    for number in (1, 2):
        save_draft(
            round_.office.actor("handler"), round_.draft, number, timezone.now(), 2, body=f"改{number}。"
        )
    assert round_.again().position == 2
    assert latest_version(round_.draft).number == 3


def test_nothing_changed_is_no_version(round_: Round) -> None:
    save_draft(round_.office.actor("handler"), round_.draft, 1, timezone.now(), 1, **VALUES)
    assert DraftVersion.objects.for_organ(round_.organ_id).count() == 1


def test_who_saw_an_older_version_is_told(round_: Round) -> None:
    save_draft(round_.office.actor("handler"), round_.draft, 1, timezone.now(), 1, body="甲。")
    with pytest.raises(Taken):
        save_draft(round_.office.actor("handler"), round_.draft, 1, timezone.now(), 2, body="乙。")
    with pytest.raises(Taken):
        save_draft(round_.office.actor("handler"), round_.draft, 2, timezone.now(), 1, body="乙。")
    assert latest_version(round_.draft).body == "甲。"


def test_what_is_not_to_be_disclosed_is_not_drafted(office: Office) -> None:
    for more in ({"attribute": "none"}, {"attribute": "on_request"}, {"title": ""}):
        with pytest.raises(ValidationError):
            begin_draft(office.actor("handler"), timezone.now(), **VALUES | more)


def test_who_may_not_write(round_: Round, other_office: Office) -> None:
    with pytest.raises(Forbidden):
        begin_draft(round_.office.actor("reviewer"), timezone.now(), **VALUES)
    with pytest.raises(Forbidden):
        save_draft(other_office.actor("handler"), round_.draft, 1, timezone.now(), 1, body="别处")
