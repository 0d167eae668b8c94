"""Measures of the norm: the mark fits, the name stands over the date, titles are parted between words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.letters import layout
from gongkai.letters.paper import PaperTable
from gongkai.press.word import EM, wide
from tests.letters.letter_cases import case


@given(st.integers(1, 22))
def test_the_mark_fills_at_most_the_type_area(length: int) -> None:
    size = layout.mark_size("局" * length)
    assert size * length <= layout.AREA + 1
    assert 20 <= size <= 42


def test_sealed_the_name_stands_over_the_middle_of_the_date_four_from_the_edge() -> None:
    paper = case("D10").paper()
    places = layout.signed(paper)
    assert layout.AREA - places.date - wide(paper.date) == pytest.approx(4 * EM)
    middle = places.date + wide(paper.date) / 2
    assert places.name + wide(paper.signature) / 2 == pytest.approx(middle)


def test_a_long_name_pushes_both_inwards() -> None:
    paper = replace(case("D10").paper(), signature="临溪县人力资源和社会保障局政府信息公开办公室")
    places = layout.signed(paper)
    assert places.name + wide(paper.signature) <= layout.AREA + 0.1
    middle = places.date + wide(paper.date) / 2
    assert places.name + wide(paper.signature) / 2 == pytest.approx(middle)


def test_without_seal_the_date_begins_two_to_the_right_of_the_name() -> None:
    places = layout.signed(replace(case("D10").paper(), sealed=False))
    assert places.date - places.name == pytest.approx(2 * EM)


def test_titles_are_parted_before_a_word() -> None:
    paper = replace(
        case("D10").paper(),
        title=("临溪县人力资源和社会保障局", "关于商请协助办理跨年度法律援助补贴政府信息公开申请的函"),
    )
    lines = layout.title_lines(paper)
    assert "".join(lines) == paper.name
    assert all(len(line) * 22 <= layout.AREA for line in lines)
    assert lines[2].startswith(("政府信息", "申请"))


def test_the_name_never_stands_with_a_mere_line() -> None:
    assert layout.held(case("D03").paper()) == 2
    assert layout.held(case("D10").paper()) == 1
    assert layout.held(case("D01").paper()) == 0


def test_enclosures_are_numbered_where_there_are_several() -> None:
    assert layout.enclosure_lines(case("D05").paper()) == (("附件：", "第三方意见回执"),)
    assert layout.labels(case("D05").paper()) == ("附件",)
    two = layout.enclosure_lines(case("D11").paper())
    assert [hung for hung, _ in two] == ["附件：1.", "　　　2."]


def test_tables_fill_the_type_area_and_shrink_with_many_columns() -> None:
    few, many = PaperTable((1, 3), 0, ()), PaperTable((1,) * 7, 0, ())
    for table in (few, many):
        assert sum(layout.widths(table)) == pytest.approx(layout.AREA)
    assert layout.cell_size(few) > layout.cell_size(many)
    assert layout.cell_pitch(few) == pytest.approx(1.5 * layout.cell_size(few))
