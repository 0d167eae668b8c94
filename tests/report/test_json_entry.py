"""Typed ways to take values: the type is looked at, the path is told."""

from __future__ import annotations

from datetime import date

import pytest

from gongkai.report.json_entry import Entry
from gongkai.values.errors import Refused


def test_values_of_the_right_type_are_given() -> None:
    entry = Entry({"t": "x", "n": 3, "b": False, "d": "2025-01-31", "s": [1, 2], "o": {"k": "v"}}, "")
    assert (entry.text("t"), entry.whole("n"), entry.truth("b")) == ("x", 3, False)
    assert entry.maybe_day("d") == date(2025, 1, 31)
    assert entry.span("s") == (1, 2)
    assert entry.inner("o").text("k") == "v"


def test_null_and_absent_are_none_where_they_may_be() -> None:
    entry = Entry({"t": None}, "")
    assert (
        entry.maybe_text("t") is entry.maybe_whole("t") is entry.maybe_day("u") is entry.scalar("u") is None
    )
    assert entry.items("u") == []


def test_the_path_leads_to_the_key() -> None:
    entry = Entry({"rows": [{"k": "v"}, {"k": 1}]}, "top")
    first, second = entry.each("rows")
    assert first.text("k") == "v"
    with pytest.raises(Refused, match=r"top\.rows\[1\]\.k"):
        second.text("k")
