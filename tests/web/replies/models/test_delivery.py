"""The ways of delivery are those of the letters, and public notice."""

from __future__ import annotations

from gongkai.letters.vocabulary import fact
from gongkai.web.replies.models import CHANNELS, WHAT, Delivery


def test_words() -> None:
    assert set(fact("delivery").choices) == set(CHANNELS) - {"notice"}
    assert set(WHAT) == {"posted", "received", "returned", "notice"}
    assert Delivery(what="returned").get_what_display() == "退回、未能送达"
