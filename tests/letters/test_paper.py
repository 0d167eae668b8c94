"""The canonical text holds everything that is printed, and its hash changes with every word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gongkai.letters.paper import PaperBody, canonical, digest, parts
from tests.letters.letter_cases import Case, case, cases


def test_the_hash_is_that_of_the_canonical_text_and_stays() -> None:
    paper = case("D15").paper()
    assert digest(paper) == digest(case("D15").paper())
    assert len(digest(paper)) == 64
    assert canonical(paper).startswith("gongkai-letter-1\n")


@pytest.mark.parametrize("one", cases(), ids=str)
def test_every_part_counts(one: Case) -> None:
    paper = one.paper()
    texts = [text for _, text in parts(paper)]
    assert paper.name in texts
    if paper.head:
        for changed in (
            replace(paper, number=paper.number + "之一"),
            replace(paper, addressee="王试四"),
            replace(paper, date="2026年3月26日"),
            replace(paper, body=PaperBody(paper.body.paragraphs[:-1])),
            replace(paper, sealed=not paper.sealed),
        ):
            assert digest(changed) != digest(paper)


def test_texts_that_run_together_differ() -> None:
    paper = case("D10").paper()
    one = replace(paper, body=PaperBody(("甲\n乙",)))
    other = replace(paper, body=PaperBody(("甲", "乙")))
    trick = replace(paper, body=PaperBody(("甲\\n乙",)))
    assert len({digest(one), digest(other), digest(trick)}) == 3


def test_forms_of_the_same_sign_are_one_text() -> None:
    paper = case("D10").paper()
    assert digest(replace(paper, note="é")) == digest(replace(paper, note="e\u0301"))
