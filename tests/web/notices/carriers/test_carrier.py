"""The two ways to fail are failures, and a message says who it is from."""

from __future__ import annotations

from gongkai.web.notices.carriers.carrier import Carrier, Failed, Hopeless, Later
from gongkai.web.notices.carriers.local import Console
from tests.web.notices.messages import message


def test_a_way_out_takes_a_message() -> None:
    way: Carrier = Console("短信")
    way.carry(message())


def test_failures_are_told_apart() -> None:
    assert issubclass(Later, Failed)
    assert issubclass(Hopeless, Failed)
    assert not issubclass(Later, Hopeless)
