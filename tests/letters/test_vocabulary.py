"""Every fact has its Chinese name, a kind and a source, and every one is used by some document."""

from __future__ import annotations

import re

import pytest

from gongkai.letters.document import documents
from gongkai.letters.language import slots
from gongkai.letters.vocabulary import Kind, Source, fact, vocabulary
from gongkai.statute.decisions import kinds
from gongkai.statute.events import Channel
from gongkai.statute.exemptions import grounds
from gongkai.statute.facts import fact as on_file
from gongkai.statute.review_bodies import organ_kinds
from gongkai.tables.form import form
from gongkai.values.errors import FormError


def test_names_are_chinese_and_stand_once() -> None:
    names = [one.name for one in vocabulary()]
    assert all(re.search(r"[\u4e00-\u9fff]", name) for name in names)
    assert sorted(names) == sorted(set(names))
    assert all(one.kind.words and one.source.words for one in vocabulary())


def test_what_the_statute_names_keeps_its_name() -> None:
    assert fact("search_words").name == "检索的关键词"
    assert fact("petition_finding").name == on_file("petition_finding").name
    assert fact("reasons").name == on_file("reasons").name


def test_choices_come_from_where_they_are_known() -> None:
    assert set(fact("channel").choices) == set(Channel)
    assert fact("organ_kind").choices == organ_kinds()
    assert list(fact("decision").choices) == [kind.key for kind in kinds()]
    assert set(fact("limb").choices) == {limb for ground in grounds() for limb in ground.limbs}
    assert "natural_person" in fact("applicant_kind").choices
    columns = {c.key for c in form("2021").table("applications").columns}
    assert set(fact("applicant_kind").choices) == columns - {"total"}


def test_every_part_that_is_withheld_rests_on_a_kind_of_decision_with_its_article() -> None:
    keys = {kind.key for kind in kinds()}
    words = fact("withheld_parts").columns["ground"].choices
    assert set(words) <= keys
    assert {ground.key for ground in grounds()} <= set(words)
    assert all("《条例》第" in said and not said.endswith("。") for said in words.values())


def test_every_fact_is_used() -> None:
    used = {key for one in documents() for key in one.facts()}
    for one in documents():
        for run, _ in one.passages():
            used |= {slot.key for slot in slots(run)}
            used |= {condition.fact for piece in run for condition in piece.when}
    told_by_remedies = {"organ_kind", "government", "superior", "review_body", "review_channel", "court"}
    unused = {one.key for one in vocabulary()} - used - told_by_remedies
    assert unused <= {"delivery", "decision"}


def test_every_source_and_kind_is_met() -> None:
    assert {one.source for one in vocabulary()} == set(Source)
    assert {one.kind for one in vocabulary()} == set(Kind)


def test_control_an_unknown_fact_is_an_error() -> None:
    with pytest.raises(FormError, match="no fact 'nonsense'"):
        fact("nonsense")
