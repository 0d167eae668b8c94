"""Personal data are found in every writing, and covered; plain figures of an office are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn
from stdnum.cn import ric

from gongkai.web.replies.personal import COVER, covered, found, told

IDENTITY = "11010119900307000" + ric.calc_check_digit("11010119900307000")
CARD = "622202000000000000" + luhn.calc_check_digit("622202000000000000")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (IDENTITY, "居民身份证号码"),
        (IDENTITY.translate({ord(str(n)): chr(ord("０") + n) for n in range(10)}), "居民身份证号码"),
        ("138 0000 7777", "手机号码"),
        ("+86-138-0000-7777", "手机号码"),
        ("１３８００００７７７７", "手机号码"),
        ("0900-5550101", "固定电话"),
        ("zhou.shi@example.org", "电子邮箱"),
        ("zhou＠example.org", "电子邮箱"),
        (CARD, "银行卡号"),
    ],
)
def test_each_kind(text: str, kind: str) -> None:
    assert [one.kind for one in found(f"联系：{text}。")] == [kind]
    assert covered(f"联系：{text}。") == f"联系：{COVER}。"


@pytest.mark.parametrize(
    "text",
    [
        "临司公开答〔2026〕12号",
        "2026年3月11日",
        "经费1380000元",
        "统计编码20260311000000001",
        "110101199003070000",
    ],
)
def test_control_plain_figures_are_none(text: str) -> None:
    assert found(text) == []


def test_private_words_of_the_applicant() -> None:
    assert covered("申请人周试一的申请", ("周试一", "周", " ")) == f"申请人{COVER}的申请"
    assert told("申请人周试一的申请", ("周试一",)) == [f"申请人信息：“申请人{COVER}的申请”"]


@given(st.text(alphabet="甲乙丙，。0123456789abc@. ", max_size=60))
def test_what_is_covered_holds_nothing_any_more(text: str) -> None:
    assert found(covered(text)) == []
