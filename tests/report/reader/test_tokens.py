"""Cells after a label in running text."""

from __future__ import annotations

import pytest

from gongkai.report.reader.tokens import tokens


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (" 1 0 2", ["1", "0", "2"]),
        ("\n1\n0\n/\n", ["1", "0", "/"]),
        (" |\n1 |\n|\n3 |\n||\n", ["1", "", "3"]),
        ("（只计这一情形） 4 5", ["4", "5"]),
        (" 6 7 以上为准 8", ["6", "7"]),
        (" １２ －３", ["12", "-3"]),
        (" 3件 1,234 96171.6", ["3件", "1,234", "96171.6"]),
        (" 1 2\n— 4 —\n3", ["1", "2", "3"]),
        (" 5 5.属于三类", ["5"]),
        ("", []),
        ("没有数字", []),
    ],
)
def test_cells(text: str, cells: list[str]) -> None:
    assert tokens(text)[0] == cells


def test_the_end_is_that_of_the_last_cell() -> None:
    text = " 10 20 其余"
    cells, end = tokens(text)
    assert (cells, text[:end]) == (["10", "20"], " 10 20")


def test_a_long_run_of_digits_before_words_is_read_once() -> None:
    assert tokens("1" * 20_000 + ".甲")[0] == []
