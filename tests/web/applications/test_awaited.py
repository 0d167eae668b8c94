"""Every deadline of the clock has its words."""

from __future__ import annotations

import pytest

from gongkai.web.applications.awaited import awaited_words


@pytest.mark.parametrize("id", ["reply", "correction_notice", "correction", "opinion:甲", "payment"])
def test_every_deadline_has_words(id: str) -> None:
    assert awaited_words(id)


def test_nothing_is_awaited() -> None:
    assert awaited_words("") == ""
