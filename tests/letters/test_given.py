"""Facts are known, of their kind and printable, or refused by their Chinese name."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from gongkai.letters.given import checked
from gongkai.values.errors import FactsError

ROW = {"part": "第三页", "ground": "withheld.deliberative", "reason": "讨论记录"}


def test_what_is_blank_is_not_there() -> None:
    assert checked({"applicant": " ", "request": None, "files": [], "material": []}) == {}


def test_what_is_there_is_stripped_and_kept() -> None:
    facts = {
        "applicant": " 周试一 ",
        "received_on": dt.date(2026, 3, 2),
        "fee_charged": 200,
        "extension_days": 20,
        "reasons": "第一段。\r\n第二段。",
        "material": ["甲", " "],
        "withheld_parts": [ROW],
    }
    found = checked(facts)
    assert found["applicant"] == "周试一"
    assert found["reasons"] == "第一段。\n第二段。"
    assert found["material"] == ["甲"]
    assert found["withheld_parts"] == [ROW]


def test_what_an_applicant_pasted_is_made_one_line_without_invisible_signs() -> None:
    found = checked({"request": "一、补贴\u200b标准\r\n\n\t二、\ufeff依据  文件\u202e"})
    assert found["request"] == "一、补贴标准\u3000二、依据 文件"
    assert checked({"request": "\u200b"}) == {}


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("nonsense", "x", "没有“nonsense”这一项"),
        ("received_on", "2026-03-02", "收到申请的日期”应当是日期"),
        ("received_on", dt.datetime(2026, 3, 2, tzinfo=dt.UTC), "收到申请的日期"),
        ("extension_days", True, "延长的工作日数”应当是非负整数"),
        ("extension_days", -1, "非负整数"),
        ("fee_charged", 0.5, "金额"),
        ("channel", "pigeon", "没有“pigeon”这个选项，可以选：in_person"),
        ("applicant", "周\x07试一", r"不能印出的字符（U\+0007）"),
        ("reasons", "私用\ue000", r"不能印出的字符（U\+E000）"),
        ("material", "不是列表", "若干项文字"),
        ("withheld_parts", [{"part": "第三页"}], "第1行还缺少依据、理由"),
        ("withheld_parts", [ROW, ROW | {"page": 3}], "第2行没有“page”这一列"),
        ("files", [{"title": "表", "maker": "甲", "on": dt.date(2026, 1, 1), "pages": "二"}], "页数"),
    ],
)
def test_what_is_wrong_is_named(key: str, value: Any, said: str) -> None:
    with pytest.raises(FactsError, match=said) as wrong:
        checked({key: value})
    assert wrong.value.facts[0] in (key, "pages")
