"""What a task asks."""

from __future__ import annotations

from gongkai.web.review.core.acts import SECRECY
from gongkai.web.review.tasks import asked_for
from tests.web.review.desk import Desk


def test_steps_and_secrecy() -> None:
    review = Desk().submit().sign(1, "a").review()
    assert asked_for(review, 2).barred == {"author", "a"}
    assert asked_for(review, 1).barred == {"author"}
    assert asked_for(review, SECRECY).roles == ("secrecy_reviewer",)
    assert asked_for(review, 9).roles == ()
