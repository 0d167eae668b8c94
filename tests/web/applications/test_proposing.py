"""What a proposal page asks follows from the kind: when everything asked is written, the core has nothing to add."""

from __future__ import annotations

import pytest

from gongkai.statute.decisions import Remedy, decision, gaps, kinds
from gongkai.statute.events import Asked as To
from gongkai.statute.events import Kind
from gongkai.statute.facts import fact
from gongkai.web.applications.actions.propose import propose
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.models import Proposal
from gongkai.web.applications.on_file import on_file
from gongkai.web.applications.proposing import (
    arrived,
    asked,
    bars,
    part_grounds,
    result_words,
    row_words,
    told,
    walked,
)
from gongkai.web.applications.read_facts import read_keys
from tests.web.applications.actions.test_propose import SEARCH
from tests.web.applications.lives import DAY, at, entered, filed
from tests.web.offices import Office

BY_EVENTS = {
    "withheld.third_party", "unavailable.still_unclear", "not_processed.excessive",
    "otherwise.correction_lapsed", "otherwise.fee_unpaid", "otherwise.other.withdrawn",
}  # fmt: skip
"""Kinds that need something to have happened first."""


@pytest.mark.parametrize("kind", [kind.key for kind in kinds()])
def test_all_that_is_asked_is_all_that_is_needed(office: Office, kind: str) -> None:
    state, one = state_of(filed(office)[0], DAY), decision(kind)
    grounds = ["withheld.deliberative"] if one.remedy is Remedy.BY_GROUND else []
    written = [each.facts[0].key for each in asked(one, state, grounds)]
    assert read_keys().isdisjoint(written)
    left = gaps(kind, on_file(state, written) | read_keys(), grounds)
    if kind in BY_EVENTS:
        assert left
        assert all(any(fact(name).event for name in gap.facts) or "received" in gap.sentence or
                   "期限" in gap.sentence for gap in left)  # fmt: skip
    else:
        assert left == ()


def test_a_third_party_brings_its_own_questions(office: Office) -> None:
    one, _ = filed(office)
    entered(office, one, Kind.CONSULTATION_SENT, DAY, id="1", to=To.THIRD_PARTY)
    state = state_of(one, DAY)
    names = [each.key for found in asked(decision("disclosed.supplied"), state) for each in found.facts]
    assert "third_party_lapsed" in names
    assert "consultation_irrelevant" in names


def test_what_may_bar_it() -> None:
    assert [one.key for one in bars(decision("withheld.deliberative"))] == [
        "rule_requires_disclosure", "severable",
    ]  # fmt: skip
    part = bars(decision("partly_disclosed"), ["withheld.deliberative"])
    assert [one.key for one in part] == ["rule_requires_disclosure"]


def test_grounds_of_a_part() -> None:
    found = [kind.key for kind in part_grounds()]
    assert "withheld.third_party" in found
    assert not any(key.startswith("disclosed") for key in found)


def test_the_walk_arrives(office: Office) -> None:
    state = state_of(filed(office)[0], DAY)
    assert not arrived(walked(state, {}))
    assert not arrived(walked(state, {"correction": "unclear"}))
    petition = walked(state, {"correction": "clear", "nature": "petition"})
    assert arrived(petition)
    assert [kind.key for kind in petition.kinds] == ["not_processed.petition"]


def test_words(office: Office) -> None:
    one, _ = filed(office)
    made = propose(office.actor("handler"), one, SEARCH, 0, at(DAY))
    assert list(told(made)) == [("检索记录", SEARCH.facts["search_record"])]
    assert result_words([]) == ""
    assert row_words(made.decision.row) in result_words([made])
    other = Proposal(kind="withheld.deliberative")
    assert row_words(made.decision.row) in result_words([made, other])
