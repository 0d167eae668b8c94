"""Headings of the second level, those in the line of their paragraph, and lines of a title."""

from __future__ import annotations

from gongkai.report.writer.headings import is_heading, lead, title_lines


def test_a_short_numbered_line_is_a_heading() -> None:
    assert is_heading("（一）主动公开")
    assert not is_heading("（一）主动公开。全年发布3条。")
    assert not is_heading("主动公开")


def test_the_head_of_a_paragraph_goes_to_its_full_stop() -> None:
    assert lead("（二）依申请公开。全年收到3件。") == "（二）依申请公开。"
    assert lead("（二）依申请公开") == ""
    assert lead("全年收到3件。") == ""
    assert lead("（二）" + "很" * 40 + "。") == ""


def test_a_long_title_is_parted_before_the_name_of_the_report() -> None:
    title = "青榆县林业和草原局2021年政府信息公开工作年度报告"
    assert title_lines((title,)) == ("青榆县林业和草原局2021年", "政府信息公开工作年度报告")
    assert title_lines(("短的标题",)) == ("短的标题",)
    assert title_lines(("甲", "乙")) == ("甲", "乙")
