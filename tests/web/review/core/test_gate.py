"""The gate, and the words for what is missing: empty exactly where it opens."""

from __future__ import annotations

import pytest

from gongkai.web.review.core.gate import may_publish, missing
from tests.web.review.desk import Desk

CASES = {
    "nothing": (Desk().submit(), "“一审一校”还没有签署。"),
    "no secrecy": (Desk().submit().all_steps(), "保密审查还没有签署。"),
    "sent back": (Desk().submit().send_back(1), "已经退回拟稿人修改，需要重新送审。"),
    "withdrawn": (Desk().submit().all_steps().secrecy().withdraw(), "已经撤回，需要重新送审。"),
    "out": (
        Desk().submit().all_steps().secrecy().release(),
        "已经按这次审核发布；再次发布需要重新送审。",
    ),
}


@pytest.mark.parametrize(("desk", "said"), CASES.values(), ids=CASES)
def test_shut(desk: Desk, said: str) -> None:
    assert not may_publish(desk.review(), desk.hash)
    assert said in missing(desk.review(), desk.hash)


def test_open_for_the_very_content_alone() -> None:
    review = Desk().submit().all_steps().secrecy().review()
    assert may_publish(review, "sha256:aa")
    assert missing(review, "sha256:aa") == ()
    assert not may_publish(review, "sha256:bb")
    assert missing(review, "sha256:bb") == ("要发布的内容与审核的内容不一致，需要重新送审。",)
    assert missing(None, "sha256:aa") == ("还没有送审。",)
    assert not may_publish(None, "sha256:aa")
