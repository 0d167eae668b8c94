"""Words of the notation: every kind of entry has its verb, every field its word, and none says two things."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from gongkai.ledger.entries import Entry
from gongkai.ledger.oversight import Matter
from gongkai.ledger.platforms import Running
from gongkai.ledger.proactive import Act
from gongkai.ledger.records import Handling
from gongkai.ledger.remedies import Step
from gongkai.ledger.words import ENVELOPE, VERBS, verb_of
from gongkai.statute.events import Kind


def test_every_kind_has_one_verb() -> None:
    kinds = [*Act, *Step, *Handling, *Running, *Matter]
    assert len(VERBS) == len(Kind) + len(kinds) + 1
    assert {verb.kind for verb in VERBS.values()} >= set(kinds)


def test_inside_a_verb_no_word_says_two_things() -> None:
    for verb in VERBS.values():
        words = [word for field in verb.fields for word in field.words.values()]
        assert len(words) == len(set(words)), verb.word
        names = [field.word for field in verb.fields]
        assert len(names) == len(set(names)), verb.word
        assert not {"序", "记于"} & set(names)


def test_words_stand_without_quotes() -> None:
    for verb in VERBS.values():
        for field in verb.fields:
            assert not [w for w in (field.word, *field.words.values()) if set(w) & set(' "=#“”\\')]


def test_words_stand_for_every_value_of_an_enumeration() -> None:
    for verb in VERBS.values():
        for field in verb.fields:
            if isinstance(field.read, type) and hasattr(field.read, "__members__"):
                assert {str(v) for v in field.read} == set(field.words), field.name


def test_the_envelope_is_no_field() -> None:
    assert {"organ", "subject", "position", "on", "recorded_at", "by"} == ENVELOPE
    assert not [v.word for v in VERBS.values() if {f.name for f in v.fields} & ENVELOPE]


def test_control_a_foreign_entry_has_no_verb() -> None:
    bare = Entry("局", "A", 1, date(2026, 3, 2), datetime(2026, 3, 2, tzinfo=UTC), "甲")
    with pytest.raises(KeyError):
        verb_of(bare)
