"""What changed, word by word; nothing is lost in the telling."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gongkai.web.review.core.content import Attached, Content, Part
from gongkai.web.review.core.difference import lines, pieces

TEXT = st.text(alphabet="公告活动。，12 ab\n", max_size=30)


@given(TEXT, TEXT)
def test_both_texts_can_be_read_from_the_pieces(old: str, new: str) -> None:
    found = pieces(old, new)
    assert "".join(p.text for p in found if p.tag != "new") == old
    assert "".join(p.text for p in found if p.tag != "gone") == new


def content(*paragraphs: str, **more: object) -> Content:
    """A content of these paragraphs."""
    return Content("题", parts=(Part("正文", paragraphs),), **more)  # type: ignore[arg-type]


def test_a_paragraph_pushed_down_is_no_change() -> None:
    found = lines(content("甲段文字。", "乙段文字。"), content("新的一段。", "甲段文字。", "乙段文字。"))
    changed = [(line.place, [(p.tag, p.text) for p in line.pieces]) for line in found if line.changed]
    assert changed == [("正文第1段", [("new", "新的一段。")])]


def test_a_figure_changes_as_a_whole() -> None:
    found = lines(content("共收到12件申请。"), content("共收到13件申请。"))
    assert [(p.tag, p.text) for line in found if line.changed for p in line.pieces] == [
        ("same", "共收到"), ("gone", "12"), ("new", "13"), ("same", "件申请。"),
    ]  # fmt: skip


def test_a_removed_paragraph_and_an_exchanged_file_show() -> None:
    old = content("甲段。", "乙段。", attachments=(Attached("1", "表.xlsx", "a" * 64),))
    new = content("甲段。", attachments=(Attached("1", "表.xlsx", "b" * 64),))
    told = "".join(p.text for line in lines(old, new) for p in line.pieces if p.tag == "gone")
    assert "乙段。" in told
    assert "AAAAAAAA" in told.upper()


def test_a_paragraph_written_anew_is_one_gone_and_one_new() -> None:
    found = lines(content("甲乙丙丁戊己庚辛"), content("子丑寅卯辰巳午未"))
    assert [[p.tag for p in line.pieces] for line in found if line.changed] == [["gone", "new"]]
