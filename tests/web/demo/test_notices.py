"""The notices lead to people of the demonstration, with kinds and values that there are."""

from __future__ import annotations

from gongkai.web.demo.notices import WAITING
from gongkai.web.demo.people import staff
from gongkai.web.notices.kinds import kind


def test_logins_kinds_and_values() -> None:
    for login, key, values in WAITING:
        assert login in staff()
        assert set(values) <= {place.key for place in kind(key).placeholders.values()}
