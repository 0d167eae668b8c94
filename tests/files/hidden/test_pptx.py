"""Presentations: notes, slides left out."""

from __future__ import annotations

from gongkai.files.hidden.pptx import hits
from gongkai.files.limits import Limits
from tests.files.hidden.slide_samples import NOTE, related, slides


def found(data: bytes) -> list[str]:
    """The kinds of all hits."""
    return [h.kind for h in hits(data, Limits(), lambda *_: ())]


def test_notes_and_hidden_slides() -> None:
    page = "ppt/slides/slide1.xml"
    noted = related(
        slides("0"), page, "notesSlide", "ppt/notesSlides/notesSlide1.xml", NOTE.format("先不说").encode()
    )
    assert found(noted) == ["hidden_slide", "speaker_note"]


def test_control_the_number_of_a_slide_is_no_note() -> None:
    page = "ppt/slides/slide1.xml"
    assert (
        found(
            related(slides(), page, "notesSlide", "ppt/notesSlides/notesSlide1.xml", NOTE.format("").encode())
        )
        == []
    )
