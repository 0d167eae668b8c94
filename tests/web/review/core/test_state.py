"""For whom it waits, and whom the rules shut out."""

from __future__ import annotations

from gongkai.web.review.core.acts import AUTHOR, SECRECY
from tests.web.review.desk import Desk, at, paper


def test_step_and_secrecy_wait_side_by_side() -> None:
    first, secret = Desk().submit().sign(1, "a").review().waiting()
    assert (first.task, first.roles, first.since, first.barred) == (
        2,
        ("office_head",),
        at(2),
        {"author", "a"},
    )
    assert (secret.task, secret.since, secret.barred) == (SECRECY, at(1), {"author"})


def test_nothing_waits_at_the_end() -> None:
    assert Desk().submit().all_steps().secrecy().review().waiting() == ()
    assert Desk().submit().withdraw().review().waiting() == ()


def test_who_entered_a_paper_counts_as_a_hand() -> None:
    review = Desk().submit().sign(1, "clerk", paper=paper("boss")).review()
    assert review.hands_of_others(2) == {"clerk", "boss"}
    assert review.signers_of_others(2) == {"boss"}
    assert review.signers_of_others(1) == frozenset()


def test_names_of_tasks() -> None:
    review = Desk().submit().review()
    assert [review.task_name(n) for n in (AUTHOR, 1, 3, SECRECY)] == [
        "拟稿",
        "一审一校",
        "三审三校",
        "保密审查",
    ]
