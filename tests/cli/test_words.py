"""Places in the words of the form; text from a file cannot steer the terminal; lines fold as Chinese does."""

from __future__ import annotations

import pytest

from gongkai.cli.words import columns, fold, indented, place_words, plain, table_title
from gongkai.tables.form import form
from gongkai.values.findings import Where

FORM = form("2021")


def test_a_place_names_chapter_row_column_page_and_line() -> None:
    where = Where(table="applications", row="disclosed", column="total", page=3, line=7)
    assert place_words(FORM, where) == (
        "三、收到和处理政府信息公开申请情况，“（一）予以公开”，“总计”，第 3 页，第 7 行"
    )


@pytest.mark.parametrize(
    ("where", "words"),
    [
        (Where(), ""),
        (Where(chapter=5), FORM.chapters[4].label),
        (Where(table="remedies", row="no_such_row"), table_title(FORM, "remedies")),
    ],
)
def test_only_what_is_known_is_said(where: Where, words: str) -> None:
    assert place_words(FORM, where) == words


def test_text_from_a_file_cannot_steer_the_terminal() -> None:
    assert plain("标题\x1b[31m红\x9b2J\u202e反\udcff\n") == "标题 [31m红 2J反\ufffd"


def test_a_chinese_character_takes_two_columns() -> None:
    assert columns("公开a1，") == 8


def test_folding_keeps_closing_marks_and_numbers_with_their_units_together() -> None:
    lines = fold("共收到申请 1234 件，均已办结。", 16).split("\n")
    assert lines == ["共收到申请 ", "1234 件，均已办", "结。"]
    assert all(columns(line) <= 16 for line in lines)


def test_nothing_is_lost_by_folding() -> None:
    text = "《格式》（国办公开办函〔2021〕30号）表内“总计”的含义" * 5
    assert fold(text, 30).replace("\n", "") == text


def test_indented_text_stays_within_the_width() -> None:
    assert all(
        line.startswith("    ") and columns(line) <= 20 for line in indented("公开" * 30, 20).split("\n")
    )
