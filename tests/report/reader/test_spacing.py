"""White space of the markup goes, white space of the print stays."""

from __future__ import annotations

import pytest

from gongkai.report.reader.spacing import BREAK, PART, settle, tidy


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("123", "123"),
        (" \u00a0 12 ", "12"),
        ("行政\u200b许\u00ad可\ufeff", "行政许可"),
        ("总\n    体", "总体"),
        ("共 12\n 件", "共 12 件"),
        ("a  b", "a b"),
        ("本年新" + BREAK + "制作数量", "本年新\n制作数量"),
        (PART + "甲" + PART + BREAK + PART + " 乙 " + PART, "甲\n乙"),
        ("\u3000\u3000一、总体情况", "一、总体情况"),
        ("局\u3000长", "局\u3000长"),
    ],
)
def test_tidy(raw: str, clean: str) -> None:
    assert tidy(raw) == clean


def test_settle_leaves_the_marks() -> None:
    assert settle(" 甲 " + PART + " 乙\t丙") == "甲 " + PART + " 乙 丙"
