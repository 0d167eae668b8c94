"""Runs on lines: gaps become tabs, spaces or nothing."""

from __future__ import annotations

from gongkai.report.reader.pdf_ink import Run
from gongkai.report.reader.pdf_lines import cell_text, lines


def run(text: str, x: float, y: float, em: float = 10) -> Run:
    widths = [em if ord(c) > 0x2E80 else em / 2 for c in text]
    lefts = [x + sum(widths[:i]) for i in range(len(text))]
    return Run(text, lefts, [left + w for left, w in zip(lefts, widths, strict=True)], y, y + em, em)


def test_a_wide_gap_is_a_tab_a_small_one_nothing() -> None:
    row = [run("行政", 0, 0), run("许可", 22, 0), run("12", 60, 0), run("3", 90, 1)]
    assert [line.text for line in lines(row)] == ["行政许可\t12\t3"]


def test_a_gap_beside_a_latin_word_is_a_space() -> None:
    assert [line.text for line in lines([run("共", 0, 0), run("12", 14, 0), run("件", 26, 0)])] == ["共 12件"]


def test_lines_come_from_the_top_whatever_the_order_of_the_file() -> None:
    assert [line.text for line in lines([run("下", 0, 40), run("右", 10, 0), run("左", 0, 1)])] == [
        "左右",
        "下",
    ]


def test_lines_in_a_cell_are_apart_by_breaks_and_never_tabbed() -> None:
    assert cell_text([run("审结", 0, 12), run("尚", 0, 0), run("未", 30, 0)]) == "尚 未\n审结"
    assert cell_text([run("0", 0, 0)]) == "0"
