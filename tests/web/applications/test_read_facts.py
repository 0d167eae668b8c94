"""A fact that is read from elsewhere cannot be written down; till it is there, what to do is told."""

from __future__ import annotations

import pytest

from gongkai.values.errors import NotAllowed
from gongkai.web.applications import read_facts
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.read_facts import (
    ReadFact,
    awaited,
    read,
    read_keys,
    register_fact,
    typed_by_hand,
)
from tests.web.applications.lives import DAY, filed
from tests.web.offices import Office


def test_read_or_awaited(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_facts, "_FACTS", {})
    words = {"limb": "", "search_record": "检索过"}
    for key, text in words.items():
        register_fact(ReadFact(key, lambda state, text=text: text, "请先办理。"))  # type: ignore[misc]
    state = state_of(filed(office)[0], DAY)
    assert read_keys() == {"limb", "search_record"}
    assert read(state, ["limb", "search_record", "reasons"]) == {"search_record": "检索过"}
    assert [one.key for one in awaited(state, ["limb", "search_record", "reasons"])] == ["limb"]


def test_not_by_hand() -> None:
    typed_by_hand(["reasons", "material"])
    with pytest.raises(NotAllowed, match="不在这里填写。请"):
        typed_by_hand(["reasons", "secrecy_review"])
