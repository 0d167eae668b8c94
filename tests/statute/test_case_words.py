"""Every word has its Chinese."""

from __future__ import annotations

from gongkai.statute.case_words import ASKED, BREACHES, KINDS, STAGES, Breach, Stage
from gongkai.statute.events import Asked, Kind


def test_nothing_is_without_words() -> None:
    assert set(KINDS) == set(Kind)
    assert set(STAGES) == set(Stage)
    assert set(BREACHES) == set(Breach)
    assert set(ASKED) == set(Asked)
    for words in (KINDS, STAGES, BREACHES, ASKED):
        assert len(set(words.values())) == len(words)
