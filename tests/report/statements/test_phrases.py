"""The wordings compile and mean what they say."""

from __future__ import annotations

from gongkai.report.statements.phrases import PERIOD, TOPIC, TRADITIONAL, stripped


def test_fillers_go_from_the_end_only() -> None:
    """共, 数量, 为 join a number to its noun."""
    assert stripped("收到申请数量共计为") == "收到申请"
    assert stripped("共收到申请") == "共收到申请"


def test_the_topic_of_a_word() -> None:
    """依申请公开 of a record's attribute is no application."""
    assert [m.lastgroup for m in TOPIC.finditer("收到政府信息公开申请，接到热线")] == [
        "applications",
        "foreign",
    ]
    assert not list(TOPIC.finditer("依申请公开信息数182条"))


def test_years_of_comparison_are_none() -> None:
    """比2023年 does not change the year of what follows."""
    assert PERIOD["year"].search("2023年收到")
    assert not PERIOD["year"].search("比2023年增加")


def test_traditional_characters_map_one_for_one() -> None:
    """Every replacement is one character."""
    assert TRADITIONAL[ord("開")] == "开"
    assert all(len(new) == 1 for new in TRADITIONAL.values())
