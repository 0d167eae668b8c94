"""Places in the words of the form; text from a file cannot steer the terminal."""

from __future__ import annotations

import pytest

from gongkai.cli.words import place_words, plain, table_title
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
