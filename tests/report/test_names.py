"""Names of organs in lists."""

from __future__ import annotations

from gongkai.report.names import listed, missing_of, same_name


def test_same_name() -> None:
    assert same_name("青禾县人民政府", "青禾县")
    assert same_name("青禾县（新区）", "青禾县(新区)")
    assert not same_name("青禾县", "青禾县司法局")


def test_missing_keep_their_order_and_come_once() -> None:
    assert missing_of(["丁局", "甲局", "丙局", "丁局", " "], ["甲局 "]) == ["丁局", "丙局"]
    assert missing_of(["甲局"], ["甲局"]) == []


def test_a_list_of_names() -> None:
    assert listed("甲局\n# 说明\n乙局、丙局 # 新设\n\n甲局，丁局,戊局") == (
        "甲局",
        "乙局",
        "丙局",
        "丁局",
        "戊局",
    )
