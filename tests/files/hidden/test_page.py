"""Web pages and plain texts."""

from __future__ import annotations

from gongkai.files.hidden.page import hits
from gongkai.files.limits import Limits
from gongkai.files.sniff import Kind


def found(text: str, kind: Kind = Kind.HTML) -> list[str]:
    """The kinds of all hits."""
    return [h.kind for h in hits(text.encode(), kind, Limits())]


def test_what_a_page_does_not_show() -> None:
    for part in (
        "<!-- 旧稿 -->",
        "<p hidden>旧稿</p>",
        '<p style="display : none">旧稿</p>',
        "<input type=HIDDEN>",
    ):
        assert found(f"<p>通知</p>{part}") == ["hidden_element"]
    assert found("<p style='color:red'>通知</p><!--[if mso]>x<![endif]--><!-- -->") == []


def test_open_comments_cost_no_more_than_their_length() -> None:
    assert found("<p>a" + "<!--" * 300_000) == []


def test_invisible_characters_in_any_text() -> None:
    assert found("通\u202e知", Kind.TXT) == ["invisible_characters"]
    assert found("通知 <!-- 说明 -->", Kind.TXT) == []
