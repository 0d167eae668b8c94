"""Counters of Word lists in the formats of ECMA-376 part 1, 17.18.59."""

from __future__ import annotations

import pytest

from gongkai.report.reader.docx_numbers import Level, Numbering, printed


@pytest.mark.parametrize(
    ("number", "fmt", "shown"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCountingThousand", "十"),
        (11, "japaneseCounting", "十一"),
        (20, "chineseCounting", "二十"),
        (35, "chineseCounting", "三十五"),
        (100, "chineseCounting", "100"),
        (3, "decimalEnclosedCircle", "③"),
        (12, "decimalFullWidth", "１２"),
        (2, "upperLetter", "B"),
        (2, "lowerLetter", "b"),
        (14, "upperRoman", "XIV"),
        (9, "lowerRoman", "ix"),
        (7, "decimal", "7"),
        (7, "somethingNew", "7"),
    ],
)
def test_printed(number: int, fmt: str, shown: str) -> None:
    assert printed(number, fmt) == shown


def numbering() -> Numbering:
    """One list of two levels under two numbers, the second of which starts again at 5."""
    levels = {0: Level(1, "decimal", "%1."), 1: Level(1, "decimal", "%1.%2", "子")}
    return Numbering({"a": levels}, {"1": "a", "2": "a"}, {"2": {0: 5}})


def test_counters_run_and_deeper_levels_start_again() -> None:
    lists = numbering()
    assert [lists.next_label("1", level) for level in (0, 1, 1, 0, 1)] == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_a_restart_counts_once() -> None:
    lists = numbering()
    assert [lists.next_label(number, 0) for number in ("1", "2", "2", "1")] == ["1.", "5.", "6.", "7."]


def test_unknown_lists_bullets_and_absurd_levels_give_nothing() -> None:
    lists = numbering()
    assert lists.next_label("9", 0) == lists.next_label("1", 99) == ""
    lists.lists["a"][0] = Level(1, "bullet", "•")
    assert lists.next_label("1", 0) == ""


def test_level_of_a_linked_style() -> None:
    assert numbering().level_of_style("1", "子") == 1
    assert numbering().level_of_style("1", "无") == 0
