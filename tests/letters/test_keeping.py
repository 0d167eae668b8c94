"""What is kept of a letter reads back equal: every paper and the facts of every invented case."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.letters.given import checked
from gongkai.letters.keeping import facts_of, facts_text, paper_of, paper_text
from gongkai.letters.paper import digest
from tests.letters.letter_cases import Case, cases


@pytest.mark.parametrize("case", cases(), ids=str)
def test_papers_and_facts_come_back_equal(case: Case) -> None:
    paper = case.paper()
    again = paper_of(paper_text(paper))
    assert again == paper
    assert digest(again) == digest(paper)
    facts = checked(case.facts)
    assert facts_of(facts_text(facts)) == facts


def test_a_fact_that_is_no_longer_known_stays() -> None:
    assert facts_of('{"gone_fact": "甲", "due_on": "2026-03-30"}') == {
        "gone_fact": "甲",
        "due_on": dt.date(2026, 3, 30),
    }


def test_control_another_text_is_another_paper() -> None:
    paper = cases()[0].paper()
    text = paper_text(paper).replace("周试一", "周试二")
    assert paper_of(text) != paper
    with pytest.raises(TypeError):
        facts_text({"applicant": object()})
