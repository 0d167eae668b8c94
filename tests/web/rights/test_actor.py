"""An actor acts with his rights, in his organ."""

from __future__ import annotations

from uuid import uuid4

import pytest

from gongkai.web.rights.actor import NOBODY, Actor, Forbidden, system

HERE = uuid4()
CLERK = Actor("p1", "甲", HERE, "linxi", frozenset({"letters.draft"}))


def test_a_right_in_ones_own_organ() -> None:
    CLERK.require("letters.draft")
    CLERK.require("letters.draft", HERE)
    assert CLERK.may("letters.draft")


def test_without_the_right() -> None:
    with pytest.raises(Forbidden, match="安全管理员"):
        CLERK.require("people.grant", HERE)


def test_in_another_organ_it_is_as_if_not_there() -> None:
    with pytest.raises(Forbidden, match="不属于本机关"):
        CLERK.require("letters.draft", uuid4())


def test_the_system_and_nobody_have_no_rights() -> None:
    for one in (system("linxi"), NOBODY):
        with pytest.raises(Forbidden):
            one.require("office.enter")
