"""What an author has under review is open work; who takes it over goes on with it, and may not sign it."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from gongkai.web.people.actions.hand_over import hand_over
from gongkai.web.people.models import Person
from gongkai.web.people.open_work import kinds
from gongkai.web.review.actions.submitting import withdraw
from gongkai.web.review.inbox import inbox
from gongkai.web.review.ledger import file_of
from gongkai.web.review.own_reviews import held, open_reviews
from tests.web.review.conftest import Round


def given(round_: Round, taker: Person) -> None:
    """Hand everything of the first handler over."""
    now = timezone.now()
    hand_over(
        round_.office.actor("office_head"), round_.office.person("handler"), taker, now,
        on=timezone.localdate(now), reason="调岗",
    )  # fmt: skip


def test_it_goes_to_the_taker(round_: Round) -> None:
    assert "reviews" in {kind.key for kind in kinds()}
    giver, taker = round_.office.person("handler"), round_.office.person("handler", 2)
    round_.sign(1)
    round_.send_back(2)
    today = timezone.localdate()
    (item,) = held(giver, today)
    assert item.words.startswith("信息发布稿：")
    assert held(taker, today) == []
    given(round_, taker)
    assert [one.wait.name for one in inbox(round_.office.actor("handler", 2), today)] == ["修改"]
    (state,) = open_reviews(taker)
    file = file_of(state.organ_id, state.pk)
    assert file is not None
    assert file.review.authors == {str(giver.pk), str(taker.pk)}
    assert file.review.uncounted == ()


def test_not_to_somebody_who_has_signed_it(round_: Round) -> None:
    round_.sign(1)
    with pytest.raises(ValidationError, match="另选接收人"):
        given(round_, round_.office.person("reviewer"))


def test_what_is_over_is_not_open(round_: Round) -> None:
    author = round_.office.person("handler")
    assert held(author, timezone.localdate())
    withdraw(round_.office.actor("handler"), round_.file.id, round_.seen, timezone.now())
    assert held(author, timezone.localdate()) == []
