"""Texts are checked when they are edited, and what must not go out is refused when they are filled (C31)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.web.notices.kinds import kind
from gongkai.web.notices.wording import PrivateValue, faults, filled, has_control

WAITING = kind("review.waiting")


@pytest.mark.parametrize(
    ("title", "text", "said"),
    [
        ("", "正文", "没有填写"),
        ("标题", "  ", "没有填写"),
        ("标题{电话}", "正文", "“{电话}”"),
        ("标题", "{申请人}您好", "“{申请人}”"),
        ("标题", "没有成对{", "成对"),
        ("标题\nBcc: a@b.example", "正文", "换行"),
        ("标题\u2028下一行", "正文", "换行"),
        ("标" * 81, "正文", "81字"),
        ("标题", "正" * 2001, "2001字"),
    ],
)
def test_a_fault_is_named(title: str, text: str, said: str) -> None:
    assert any(said in sentence for _, sentence in faults(WAITING, title, text))


def test_a_list_stands_in_no_title() -> None:
    assert faults(kind("digest"), "{清单}", "正文")[0][0] == "title"


def test_a_sound_text_has_no_fault() -> None:
    assert faults(WAITING, "待办：{编号}", "第一行\r\n第二行 {链接}") == []


@pytest.mark.parametrize(
    "value",
    [
        "13800000000",
        "电话13800000000。",
        "110101199003070000",
        "11010119900307000X",
        "0951-5555555",
        "a@b.example",
    ],
)
def test_a_private_value_does_not_go_out(value: str) -> None:
    with pytest.raises(PrivateValue):
        filled(WAITING, WAITING.title, WAITING.text, {"matter": value})


@pytest.mark.parametrize("value", ["临司公开〔2026〕3号", "20260312001", "2026-03-12", "依申请公开第0012号"])
def test_numbers_of_an_office_go_out(value: str) -> None:
    assert value in filled(WAITING, WAITING.title, WAITING.text, {"number": value})[0]


@given(st.text(max_size=40))
def test_no_value_adds_a_header(value: str) -> None:
    try:
        title, _ = filled(WAITING, WAITING.title, WAITING.text, {"number": value})
    except ValueError:
        return
    assert not has_control(title)
    assert len(title.splitlines()) == 1


def test_a_value_with_a_line_break_is_refused() -> None:
    with pytest.raises(ValueError, match="line break"):
        filled(WAITING, WAITING.title, WAITING.text, {"number": "3号\r\nBcc: x"})


def test_what_is_filled_in_is_not_filled_again() -> None:
    title, _ = filled(WAITING, "{编号}", "x", {"number": "{事项}", "matter": "不应出现"})
    assert title == "{事项}"
