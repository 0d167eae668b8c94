"""Marks and words: what stands by itself is a mark, what only speaks of secrets is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.files.secrecy.mark import Line, Mark, Spot, judge, judge_name

ANYWHERE = [
    "绝密★启用前", "机密★10年", "秘密★长期", "绝密★", "机密★1年", "秘密★6个月", "机密 ★ 10年", "机密★ 20 年", "机 密★5年",
    "秘　密　★　三　年", "机密☆10年", "秘密*5年", "秘密＊５年", "机密⭐长期", "【机密★10年】", "（秘密★5年）", "000012 机密★10年 特急",
    "机密★10年　　　加急", "份号：0001 秘密★1年", "绝密★使用前", "机密★公开前", "密级：秘密★5年", "密级和保密期限:机密★10年",
    "秘密★2030年12月31日", "机密★2026年1月1日至2030年1月1日", "\u200b机密★10年", "机密\ufe0f★10年", "绝密★永久",
]  # fmt: skip
AT_THE_TOP = [
    "机密",
    "秘　密",
    "绝 密",
    "【秘密】",
    "（机密）",
    "密级：机密",
    "密级:秘密",
    "机密10年",
    "秘密 长期",
    "机密 特急",
    "000001秘密",
]
NEVER = [
    "本文件不涉及国家秘密。", "不涉及国家秘密", "国家秘密", "商业秘密", "涉及商业秘密、个人隐私的", "保密", "保密审查", "严守秘密",
    "保守国家秘密", "秘密级以上文件", "密级：□绝密 □机密 □秘密 □非密", "绝密 机密 秘密", "绝密、机密、秘密", "密级：无", "密级：公开",
    "机密★10年的文件由专人保管", "标注“机密★10年”字样", "本单位全年产生秘密★文件0件", "秘书", "秘密会议", "机密文件柜采购公告",
    "国家秘密★10年", "商业秘密★5年", "工作秘密管理办法", "五、保守秘密", "机密级3份、秘密级5份", "绝密级档案", "保密期限", "★★★", "秘密花园",
    "属于国家秘密的，不予公开", "1.属于国家秘密", "内部控制", "内部审计", "非密", "密级", "解密", "秘密投票", "| 秘密 | 3 |", "秘密 | 5",
]  # fmt: skip
INTERNAL = [
    "内部资料", "内部文件", "内部资料 注意保存", "内部文件，注意保存".replace("，", " "), "内部使用", "不得外传", "工作秘密★2年", "工作秘密",
    "仅供内部使用", "注意保存", "【内部资料】", "内部★长期",
]  # fmt: skip


@pytest.mark.parametrize("spot", Spot)
@pytest.mark.parametrize("text", ANYWHERE)
def test_a_grade_with_its_star_is_a_mark_anywhere(text: str, spot: Spot) -> None:
    mark = judge(Line(text, "第1行", spot))
    assert mark is not None
    assert not mark.internal
    assert "密" in mark.text
    assert mark.place == "第1行"


@pytest.mark.parametrize("text", AT_THE_TOP)
def test_a_grade_alone_is_a_mark_at_the_top_or_in_the_margin(text: str) -> None:
    assert judge(Line(text, "", Spot.TOP)) is not None
    assert judge(Line(text, "", Spot.MARGIN)) is not None
    assert judge(Line(text, "", Spot.BODY)) is None


@pytest.mark.parametrize("spot", Spot)
@pytest.mark.parametrize("text", NEVER)
def test_words_about_secrets_are_no_mark(text: str, spot: Spot) -> None:
    assert judge(Line(text, "", spot)) is None


@pytest.mark.parametrize("text", INTERNAL)
def test_internal_papers_are_told_apart(text: str) -> None:
    mark = judge(Line(text, "", Spot.TOP))
    assert mark is not None
    assert mark.internal


def test_long_lines_are_running_text_and_blanks_do_not_hide_a_mark() -> None:
    assert judge(Line("机密★10年" + " " * 3_000_000, "")) is not None
    assert judge(Line(" " * 500 + "机密" + " " * 500 + "★", "")) is not None
    assert judge(Line(" " * 50_000 + "机密★10年", "")) is not None
    assert judge(Line("★ " * 1_000_000, "", Spot.TOP)) is None


def test_the_mark_alone_is_told_never_the_line() -> None:
    assert judge(Line("000012  机密★10年  特急", "第1行")) == Mark("机密★10年", "第1行")


@given(st.text("的了和关于通知办法情况报告，。、 ", max_size=30), st.sampled_from(["机密", "秘密", "绝密"]))
def test_a_grade_in_running_text_is_no_mark(text: str, grade: str) -> None:
    for line in (f"有关{text}{grade}事项", f"属于{grade}{text}的"):
        assert judge(Line(line, "", Spot.TOP)) is None


@pytest.mark.parametrize(
    "name",
    [
        "机密★10年 关于某事的请示.docx",
        "【机密】关于某事的请示.docx",
        "(秘密)名单.xlsx",
        "关于某事的请示（机密★3年）.pdf",
        "绝密-方案.doc",
        "方案_机密.doc",
        "秘密.docx",
        "机密5年-方案.doc",
        "［机密］方案.pdf",
    ],
)
def test_marks_in_file_names(name: str) -> None:
    mark = judge_name(name)
    assert mark is not None
    assert not mark.internal
    assert mark.place == "文件名"


@pytest.mark.parametrize(
    "name",
    [
        "秘密花园读后感.docx",
        "保守国家秘密法宣传.pdf",
        "机密机房建设公告.docx",
        "不涉及国家秘密的说明.doc",
        "国家秘密.docx",
        "商业秘密-说明.docx",
        "保密审查表.docx",
        "涉密岗位.xlsx",
        "工作秘密清单.xlsx",
    ],
)
def test_control_words_in_file_names_are_no_mark(name: str) -> None:
    mark = judge_name(name)
    assert mark is None


def test_internal_in_a_file_name() -> None:
    mark = judge_name("通讯录（内部资料）.xlsx")
    assert mark is not None
    assert mark.internal
