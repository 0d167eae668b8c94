"""The table of transitions: complete, closed, with words and articles."""

from __future__ import annotations

from gongkai.ledger.transitions import NEXT, STAGE_WORDS, TRANSITIONS, Stage, out_of_order
from gongkai.statute import case_words
from gongkai.statute.events import Kind


def test_every_kind_stands_in_the_table() -> None:
    assert set(TRANSITIONS) == set(Kind)
    assert all(t.word and t.article for t in TRANSITIONS.values())
    assert len({t.word for t in TRANSITIONS.values()}) == len(Kind)


def test_every_stage_has_a_word_and_is_one_of_the_clocks() -> None:
    assert set(STAGE_WORDS) == set(Stage)
    assert {str(s) for s in Stage} - {"none"} <= {str(s) for s in case_words.Stage}


def test_ends_are_left_only_by_remand() -> None:
    """P5: terminals are absorbing (except linked remand)."""
    assert dict(NEXT[Stage.CLOSED]) == {Kind.REMANDED: Stage.PROCESSING}
    assert dict(NEXT[Stage.DELIVERED]) == {Kind.DELIVERED: Stage.DELIVERED, Kind.REMANDED: Stage.PROCESSING}


def test_a_case_begins_by_submission_or_receipt() -> None:
    assert set(NEXT[Stage.NONE]) == {Kind.SUBMITTED, Kind.RECEIVED}


def test_every_open_stage_can_be_withdrawn_from() -> None:
    closed = {Stage.NONE, Stage.DELIVERED, Stage.CLOSED}
    assert {s for s in Stage if Kind.WITHDRAWN in NEXT[s]} == set(Stage) - closed


def test_a_sentence_says_where_and_what_next() -> None:
    said = out_of_order(Kind.DISPATCHED, Stage.PROCESSING)
    assert "办理中" in said
    assert "“已作出处理决定”" in said
    assert said.endswith("请另记一条“作废”。")
