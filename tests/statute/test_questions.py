"""审查次序 (vectors/questions.toml): the walk ends where the answers lead, and every decision can be reached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.statute.decisions import kinds
from gongkai.statute.questions import questions, walk
from gongkai.statute.settings import Settings
from gongkai.values.errors import NotAllowed
from tests.statute.vectors import cases


@pytest.mark.parametrize("case", cases("questions"))
def test_case(case: dict[str, Any]) -> None:
    found = walk(case["answers"])
    assert (found.question.key if found.question else None) == case.get("next")
    if "do" in case:
        assert case["do"] in found.do
        assert found.kinds == ()
    else:
        assert found.do == ""
        assert found.kinds
    if "kinds" in case:
        assert [kind.key for kind in found.kinds] == case["kinds"]
    assert list(found.letters) == case.get("letters", [])
    if "note" in case:
        assert any(case["note"] in note for note in found.notes)


def test_a21_where_only_the_identity_is_missing_the_setting_decides() -> None:
    answers = {"correction": "identity_missing", "nature": "petition"}
    first = walk(answers)
    assert (first.do[:8], first.letters, first.notes, first.kinds) == ("请在收到申请后的", ("D02",), (), ())
    taken = walk(answers, Settings.default().using({"A21": "accept"}))
    assert [kind.key for kind in taken.kinds] == ["not_processed.petition"]
    assert (taken.do, taken.letters) == ("", ())
    assert any("补交身份证明" in note for note in taken.notes)


def test_the_order_is_that_of_practice() -> None:
    shorts = [question.short for question in questions()]
    assert shorts == ["补不补", "是不是", "谁负责", "有没有", "给不给", "怎么给", "怎么答"]
    assert all(question.article and question.ask.endswith("？") for question in questions())


def paths(answers: dict[str, str]) -> Iterator[dict[str, str]]:
    """Every way through the questions to its end."""
    question = walk(answers).question
    if question is None:
        yield answers
        return
    for answer in question.answers:
        yield from paths({**answers, question.key: answer.key})


def test_every_way_ends_in_one_decision_or_in_something_to_do_and_every_decision_is_reached() -> None:
    reached = set()
    count = 0
    for answers in paths({}):
        count += 1
        end = walk(answers)
        assert bool(end.do) != (len(end.kinds) == 1)
        order = [question.key for question, _ in end.path]
        assert order == sorted(order, key=[q.key for q in questions()].index)
        reached |= {kind.key for kind in end.kinds}
    assert count > 50
    assert reached == {kind.key for kind in kinds()}


def test_every_answer_leads_somewhere() -> None:
    for question in questions():
        for answer in question.answers:
            assert answer.words
            ways = bool(answer.next) + bool(answer.do)
            assert ways == (0 if question.key == "reply" else 2 if answer.waived_by else 1), answer


def test_an_answer_that_there_is_not_is_named() -> None:
    with pytest.raises(NotAllowed, match=r"没有“maybe”这个答案.*clear（") as error:
        walk({"correction": "maybe"})
    assert "第三十条" in error.value.article


@given(st.dictionaries(st.sampled_from([q.key for q in questions()]), st.integers(0, 12)))
def test_any_answers_are_walked_without_more_than_seven_steps(picked: dict[str, int]) -> None:
    answers = {
        question.key: question.answers[picked[question.key] % len(question.answers)].key
        for question in questions()
        if question.key in picked
    }
    found = walk(answers)
    assert len(found.path) <= len(questions())
    assert all(answers[question.key] == answer.key for question, answer in found.path)
