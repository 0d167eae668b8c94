"""Text on a page that nobody sees."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Name

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


def test_a_low_letter_is_not_tiny() -> None:
    """A dash between letters, as 一 is, is low and yet seen."""
    assert found("BT /F1 4 Tf 72 700 Td (i) Tj ET") == []
    assert found("BT /F1 0.5 Tf 72 700 Td (i) Tj ET") == ["invisible_text"]
    assert found("BT /F1 0.9 Tf 100 0 0 0.5 72 700 Tm (ab) Tj ET") == []


def test_places_inside_a_form_are_those_on_the_page() -> None:
    def form(made: pikepdf.Pdf) -> None:
        page = made.pages[0].obj
        one = made.make_stream(b"BT /F1 40 Tf 1000 1400 Td (Far out, drawn small) Tj ET")
        one.Type, one.Subtype, one.BBox = Name.XObject, Name.Form, Array([0, 0, 3000, 3000])
        one.Resources = page.Resources
        page.Resources.XObject.Fm1 = one

    assert [h.kind for h in text_hits(pdf(form, content="q 0.2 0 0 0.2 0 0 cm /Fm1 Do Q"))[1]] == []
    assert [h.kind for h in text_hits(pdf(form, content="q /Fm1 Do Q"))[1]] == ["outside_page"]


def test_control_blanks_are_not_told() -> None:
    assert found(WORDS.replace("Notice of the bureau", "   ").replace("BT", "BT 3 Tr")) == []


def test_pages_as_a_place() -> None:
    assert on_pages([3, 1, 3]) == "第1、3页"
    assert on_pages(list(range(1, 9))) == "第1、2、3、4、5页等"


def test_what_cannot_be_opened_is_refused() -> None:
    with pytest.raises(Refused):
        text_hits(b"%PDF-1.4 nothing")
