"""What a sentence says of the figures in it: period, organ, topic and the end of a clause."""

from __future__ import annotations

import pytest

from gongkai.report.statements.plain import plain
from gongkai.report.statements.sentences import Sentence, cut


def sentence(text: str, chapter: int = 1, organ: str | None = "甲县水务局") -> Sentence:
    """The last sentence of a text."""
    passage = cut(plain(text), chapter, organ)
    before = None
    for index in range(len(passage.sentences)):
        start = passage.sentences[index]
        if start < len(passage.plain.text):
            before = Sentence(passage, passage.sentence(start), before)
    assert before is not None
    return before


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024年收到申请5", None),
        ("2023年收到申请5", "2023"),
        ("2023年，依据《条例》收到申请5", "2023"),
        ("2022年至2024年收到申请5", "2022"),
        ("截至2024年9月底，收到申请5", "截至2024年9月"),
        ("截至2024年12月31日，收到申请5", None),
        ("2024年（2023年为8件）收到申请5", None),
        ("2024年收到申请（2023年收到5", "2023"),
        ("2023年度结转申请5", None),
        ("2024年上半年收到申请5", "上半年"),
    ],
)
def test_the_period_of_a_figure(text: str, period: str | None) -> None:
    one = sentence(text)
    assert one.period(text.rindex("5"), 2024) == period


def test_a_heading_gives_the_topic_of_what_follows() -> None:
    one = sentence("（二）依申请公开情况。\n予以公开5件。")
    assert one.of_applications(one.start + 4)
    other = sentence("（五）监督保障。\n予以公开5件。")
    assert not other.of_applications(other.start + 4)


def test_a_document_has_an_attribute() -> None:
    assert sentence("拟制公文5件，主动公开3件。").attribute
    assert not sentence("收到申请5件，予以公开3件。").attribute


def test_a_clause_ends_at_its_delimiter() -> None:
    text = "收到申请5件，予以公开3件"
    one = sentence(text)
    assert (one.stop(2), one.stop(8)) == (text.index("，"), len(text))


def test_a_part_of_the_applications_is_named_before_its_figures() -> None:
    one = sentence("收到申请9件，涉及征地类申请5件，予以公开3件。")
    assert one.subset(5) is None
    assert one.subset(18) == "涉及征地类申请"
