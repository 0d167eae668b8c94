"""What each app knows of open work, by kind."""

from __future__ import annotations

import datetime as dt
from typing import Any

from gongkai.web.people import open_work
from gongkai.web.people.open_work import Item, OpenWork, kinds, register
from tests.web.offices import Office

DAY = dt.date(2026, 3, 2)


def test_a_kind_is_registered_once_by_its_key(office: Office) -> None:
    before = dict(open_work._KINDS)
    person = office.person("")
    try:
        for words in ("旧", "新"):
            register(
                OpenWork("cases", words, lambda who, day: [Item("1", f"{who.name}{day}")], lambda act: [])
            )
        assert [kind.words for kind in kinds() if kind.key == "cases"] == ["新"]
        found: Any = open_work.open_work(person, DAY)
        assert [(kind.key, [item.words for item in items]) for kind, items in found] == [
            ("cases", ["无角色2026-03-02"])
        ]
    finally:
        open_work._KINDS.clear()
        open_work._KINDS.update(before)
    assert open_work.open_work(person, DAY) == []
