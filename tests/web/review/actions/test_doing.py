"""What every act shares: the page must be current, the projection follows, an installation may change its hash."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from gongkai.web.entries.row import Taken
from gongkai.web.review.actions.doing import Seen, common, hash_of, opened, organ_of
from gongkai.web.review.core.content import Content
from gongkai.web.review.kinds import NoContent
from gongkai.web.review.models import ReviewState
from gongkai.web.rights.actor import NOBODY, Forbidden
from tests.web.offices import Office
from tests.web.review.conftest import Round


def test_a_page_that_has_moved_on_is_taken(round_: Round) -> None:
    with pytest.raises(Taken):
        opened(round_.office.actor("reviewer"), round_.file.id, Seen(2, round_.seen.hash))
    assert opened(round_.office.actor("reviewer"), round_.file.id, round_.seen).position == 1


def test_another_organ_and_nobody_find_nothing(round_: Round, other_office: Office) -> None:
    with pytest.raises(NoContent):
        opened(other_office.actor("reviewer"), round_.file.id, round_.seen)
    with pytest.raises(Forbidden):
        organ_of(NOBODY)


def test_the_next_position(round_: Round) -> None:
    actor = round_.office.actor("reviewer")
    assert common(None, actor, timezone.now())["position"] == 1
    assert common(round_.file, actor, timezone.now())["position"] == 2


def test_the_projection_follows_each_act(round_: Round) -> None:
    for done in (round_.sign(1), round_.sign(2), round_.send_back(3)):
        state = ReviewState.objects.for_organ(round_.organ_id).get(pk=round_.file.id)
        assert state.position == done.file.position
    assert state.stage_name == "退回修改"


def test_the_hash_of_the_installation(settings: Any) -> None:
    settings.AUDIT_HASH = "sm3"
    content = Content("题")
    assert hash_of(content).startswith("sm3:")
    assert content.matches(hash_of(content))


def test_a_change_of_the_hash_keeps_what_is_under_review(round_: Round, settings: Any) -> None:
    settings.AUDIT_HASH = "sm3"
    assert round_.complete().file.review.complete
