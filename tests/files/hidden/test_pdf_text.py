"""Text on a page that nobody sees."""

from __future__ import annotations

import pytest

from gongkai.files.hidden.pdf_text import on_pages, text_hits
from gongkai.values.errors import Refused
from tests.files.hidden.pdf_samples import PICTURE, WORDS, pdf


def found(content: str, **more: tuple[int, ...]) -> list[str]:
    """The kinds of all hits of a page with this content."""
    return [h.kind for h in text_hits(pdf(content=content, **more))[1]]


def test_the_text_that_is_seen_comes_back() -> None:
    assert "Notice of the bureau" in text_hits(pdf())[0]


def test_invisible_white_tiny_outside() -> None:
    unseen = WORDS.replace("BT", "BT 3 Tr")
    assert found(unseen) == ["invisible_text"]
    assert found(f"{PICTURE} {unseen}") == ["ocr_layer"]
    assert found("1 1 1 rg " + WORDS) == ["invisible_text"]
    assert found("0 0 1 rg 0 600 595 200 re f 1 1 1 rg " + WORDS) == []
    assert found(WORDS.replace("72 700", "72 -40")) == ["outside_page"]


def test_control_blanks_are_not_told() -> None:
    assert found(WORDS.replace("Notice of the bureau", "   ").replace("BT", "BT 3 Tr")) == []


def test_pages_as_a_place() -> None:
    assert on_pages([3, 1, 3]) == "第1、3页"
    assert on_pages(list(range(1, 9))) == "第1、2、3、4、5页等"


def test_what_cannot_be_opened_is_refused() -> None:
    with pytest.raises(Refused):
        text_hits(b"%PDF-1.4 nothing")
