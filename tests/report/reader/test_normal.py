"""Characters and numbers made comparable: what tells labels apart, and the four things a cell may hold."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.report.reader.normal import Value, clean, fold, is_value, value, without_enumerator
from gongkai.tables.form import EDITIONS, form

chinese = st.text(
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF) | st.sampled_from("（）、。 ：12ab")
)


@settings(deadline=None)
@given(st.text())
def test_fold_is_idempotent_and_never_grows(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert len(fold(text)) <= len(text)


@settings(deadline=None)
@given(chinese, chinese)
def test_fold_goes_character_by_character(one: str, other: str) -> None:
    """So that offsets into folded text can be led back to print."""
    assert fold(one + other) == fold(one) + fold(other)


@pytest.mark.parametrize(
    "printed",
    [
        "（一） 予以公开",
        "(一)予以公开",
        "\u3000（一）\u00a0予以 公开\n",
        "（一）予\u200b以公开",
        "〔一〕予以公开",
    ],
)
def test_width_spaces_and_punctuation_tell_nothing_apart(printed: str) -> None:
    assert fold(printed) == "一予以公开"


def test_fold_keeps_what_tells_labels_apart() -> None:
    """No two rows of a table are folded to one."""
    for edition in EDITIONS:
        for table in form(edition).tables:
            folded = [fold(r.label) for r in table.rows]
            assert len(set(folded)) == len(folded)
    assert fold("１２３ＡＢ") == "123AB"


@settings(deadline=None)
@given(st.text())
def test_clean_is_idempotent(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_clean_keeps_one_space_and_narrows() -> None:
    assert clean("　１，２３４\t （件）\u200b \n") == "1,234 (件)"
    assert clean(" \u3000\n\t\u2003\ufeff") == ""


@pytest.mark.parametrize(
    ("printed", "bare"),
    [
        ("一、总则", "总则"),
        ("（十二）甲", "甲"),
        ("(三) 乙", "乙"),
        ("3.丙", "丙"),
        ("10．丁", "丁"),
        ("（1）戊", "戊"),
        ("2、己", "己"),
        ("（六）、庚", "庚"),
        ("一般事项", "一般事项"),
        ("1.5万元", "1.5万元"),
        ("2024年", "2024年"),
        ("三安全一稳定", "三安全一稳定"),
        ("", ""),
    ],
)
def test_only_a_number_that_counts_is_taken_off(printed: str, bare: str) -> None:
    assert without_enumerator(printed) == bare


def test_one_number_is_taken_off_not_two() -> None:
    assert without_enumerator("一、（二）甲") == "（二）甲"


def test_blank_zero_slash_and_text_stay_apart() -> None:
    """The four values of a cell: printed blank, a number, a mark as printed, and no value at all."""
    blank, zero, slash = value(""), value("0"), value("/")
    assert blank is not None
    assert blank.blank
    assert blank.number is None
    assert zero is not None
    assert not zero.blank
    assert zero.count == 0
    assert slash is not None
    assert not slash.blank
    assert slash.number is None
    assert slash.text == "/"
    assert value("不适用于本机关") is None


@pytest.mark.parametrize("printed", ["", " ", "\u3000", "\n", "\t \u00a0", "\u200b", "\ufeff"])
def test_blank_in_every_dress(printed: str) -> None:
    assert value(printed) == Value("")


@pytest.mark.parametrize("printed", ["/", "／", "-", "—", "——", "无", "N/A", "*", "\\"])
def test_marks_are_values_but_no_numbers(printed: str) -> None:
    held = value(printed)
    assert held is not None
    assert held.number is None
    assert not held.blank


@pytest.mark.parametrize(
    ("printed", "number", "unit"),
    [
        ("7", "7", None),
        ("１２", "12", None),
        (" 12 ", "12", None),
        ("1,234", "1234", None),
        ("1，234，567", "1234567", None),
        ("3件", "3", "件"),
        ("3 件", "3", "件"),
        ("-5", "-5", None),
        ("－5", "-5", None),
        ("−5", "-5", None),
        ("+4", "4", None),
        ("0.50", "0.50", None),
        ("12.5万元", "12.5", "万元"),
        ("1\n2", "12", None),
        ("007", "7", None),
    ],
)
def test_numbers_with_their_units(printed: str, number: str, unit: str | None) -> None:
    held = value(printed)
    assert held is not None
    assert held.number == Decimal(number)
    assert held.unit == unit


@pytest.mark.parametrize("printed", ["1,23", "1,2345", "12,34,567", "1.2.3", "第3", "3月", "共3件", "3件4"])
def test_what_only_looks_like_a_number_is_none(printed: str) -> None:
    held = value(printed)
    assert held is None or held.number is None


def test_several_numbers_in_one_cell_stay_as_printed() -> None:
    held = value("2 0")
    assert held is not None
    assert held.number is None
    assert held.text == "2 0"


def test_a_number_with_a_remark_stays_as_printed() -> None:
    held = value("3（含上年1件）")
    assert held is not None
    assert held.number is None
    assert held.text == "3（含上年1件）"


def test_count_is_only_for_whole_numbers() -> None:
    assert Value("2.0", Decimal("2.0")).count == 2
    assert Value("2.5", Decimal("2.5")).count is None
    assert Value("/").count is None


@settings(deadline=None)
@given(st.integers(0, 10**12))
def test_every_whole_number_in_every_dress(n: int) -> None:
    wide = str(n).translate({0x30 + i: 0xFF10 + i for i in range(10)})
    for printed in (str(n), wide, f"{n:,}", f" {n} ", f"{n}件", "\n".join(str(n))):
        held = value(printed)
        assert held is not None
        assert held.count == n


@settings(deadline=None)
@given(st.text())
def test_any_text_is_a_value_or_none(text: str) -> None:
    assert is_value(text) == (value(text) is not None)


def test_no_label_of_the_form_is_a_value() -> None:
    for edition in EDITIONS:
        for table in form(edition).tables:
            for label in (*table.rows, *table.columns, *table.groups):
                assert not is_value(label.label), label.key
