"""Whose held files are: a token, what it is for, its time."""

from __future__ import annotations

import datetime as dt
from typing import Any

from gongkai.web.applying.holding import (
    for_answer,
    for_filing,
    held,
    holding_of,
    lasts,
    mark_of,
    new_token,
    sender_of,
)
from tests.web.applications.lives import DAY, at
from tests.web.applying.citizens import HERE, PNG, cited, held_for
from tests.web.offices import Office

NOW = at(DAY)


def test_tokens_are_drawn_and_only_their_marks_are_kept() -> None:
    tokens = {new_token() for _ in range(200)}
    assert len(tokens) == 200
    marks = {mark_of("apply/1", token) for token in tokens}
    assert len(marks) == 200
    assert not marks & {mark_of("apply/2", token) for token in tokens}
    assert {mark_of("apply/1", wrong) for wrong in ("", "x", "é" * 32, "A" * 33, "A" * 31 + "\n")} == {""}


def test_an_address_is_kept_as_a_keyed_hash(settings: Any) -> None:
    before = sender_of(HERE)
    assert HERE not in before
    assert before != sender_of("192.0.2.99")
    settings.SECRET_KEY = "another secret of another installation"
    assert before != sender_of(HERE)


def test_what_a_form_is_for(office: Office) -> None:
    one, _ = cited(office)
    other, _ = cited(office)
    purposes = {
        for_filing(office.organ), for_answer(one, "correction"), for_answer(one, "material"),
        for_answer(other, "correction"),
    }  # fmt: skip
    assert len(purposes) == 4


def test_the_time_is_a_setting(office: Office, settings: Any) -> None:
    settings.HELD_HOURS = 3
    assert lasts() == dt.timedelta(hours=3)
    found = held_for(office, ("a.png", PNG), now=NOW)
    purpose, moment = for_filing(office.organ), dt.timedelta(microseconds=1)
    assert held(office.organ, purpose, found.token, NOW + lasts() - moment).count() == 1
    assert held(office.organ, purpose, found.token, NOW + lasts()).count() == 0
    shown = holding_of(office.organ, purpose, found.token, NOW, ("x",))
    assert (shown.token, shown.files, shown.until) == (found.token, found.files, NOW + lasts())
    assert holding_of(office.organ, purpose, "", NOW, ("x",)).left == ("x",)
