"""Hidden data of PPTX: speaker's notes, slides left out, comments."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.files.hidden.hit import Hit, Inner
from gongkai.files.hidden.parts import Package, local, shared_hits, text_of
from gongkai.files.limits import Limits


def hits(data: bytes, limits: Limits, inner: Inner) -> Iterator[Hit]:
    """The hits of a presentation; raises Refused or OverLimit."""
    package = Package(data, limits)
    package.refuse_unless("ppt/presentation.xml", "presentation")
    slides = [package.xml(part) for part in package.below(r"ppt/slides/[^/]+\.xml")]
    if hidden := sum(slide.get("show") in ("0", "false") for slide in slides):
        yield Hit("hidden_slide", count=hidden)
    notes = 0
    for part in package.below(r"ppt/notesSlides/[^/]+\.xml"):
        # the field that prints the number of the slide is no note
        texts = (text_of(one) for one in package.xml(part).iter("{*}r"))
        notes += any(text.strip() for text in texts)
    if notes:
        yield Hit("speaker_note", count=notes)
    for part in package.below(r"ppt/comments/[^/]+\.xml"):
        if count := sum(local(one) == "cm" for one in package.xml(part)):
            yield Hit("comment", count=count)
    yield from shared_hits(package, "".join(map(text_of, slides)), inner)
