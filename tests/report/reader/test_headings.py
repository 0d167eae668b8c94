"""Headings of chapters: a rising chain by wording, the rest by number between their neighbours."""

from __future__ import annotations

import pytest

from gongkai.report.document import Place
from gongkai.report.reader.headings import Piece, headings
from gongkai.tables.form import form

TITLES = [chapter.label for chapter in form("2021").chapters]


def found(*texts: str) -> list[tuple[int, str]]:
    """Chapter numbers with the words that head them."""
    pieces = [Piece(text, Place()) for text in texts]
    return [(h.chapter, pieces[h.piece].text[h.start : h.end]) for h in headings(pieces, "2021")]


def test_the_six_official_titles_are_the_six_chapters() -> None:
    assert found(*TITLES) == list(enumerate(TITLES, 1))


@pytest.mark.parametrize(
    "words", ["五、存在的困难和下一步工作打算", "五、工作中存在的问题及2026年打算", "五、不足与改进"]
)
def test_a_reworded_title_is_known_by_its_number_and_place(words: str) -> None:
    assert (5, words) in found(*TITLES[:4], words, "做得不够。", TITLES[5])


@pytest.mark.parametrize("words", ["五、存在的问题与不足", "五、存在主要问题和改进措施"])
def test_a_reworded_title_that_runs_on_ends_where_its_words_end(words: str) -> None:
    assert (5, words) in found(*TITLES[:4], "没有案件。 " + words + "一是人手偏紧。 " + TITLES[5] + "无。")


def test_the_right_number_at_the_wrong_place_is_no_heading() -> None:
    assert all(n != 5 for n, _ in found("五、上街宣传", *TITLES[:4], TITLES[5]))


def test_a_sentence_with_a_number_is_no_heading() -> None:
    sentence = "五、我们召开了会议，研究了工作，部署了任务。"
    assert all(n != 5 for n, _ in found(*TITLES[:4], sentence, TITLES[5]))


def test_a_title_that_runs_on_into_its_first_item_ends_before_it() -> None:
    assert found(*TITLES[:4], TITLES[4] + "（一）人手偏紧。", TITLES[5])[4] == (5, TITLES[4])


def test_aspects_of_chapter_one_head_no_chapter() -> None:
    chapters = found(TITLES[0], "（一）主动公开", "做了。", "（二）依申请公开", "做了。", *TITLES[2:])
    assert [n for n, _ in chapters] == [1, 3, 4, 5, 6]


def test_nothing_at_all_has_no_chapters() -> None:
    assert found("今天天气很好。", "五、六个人来了。") == []
