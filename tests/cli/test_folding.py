"""Lines fold as Chinese does."""

from __future__ import annotations

from gongkai.cli.folding import columns, fold, indented


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
