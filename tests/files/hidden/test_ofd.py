"""OFD: author, attachments, marks, versions."""

from __future__ import annotations

from gongkai.files.hidden.ofd import hits
from gongkai.files.limits import Limits
from tests.files.hidden.picture_samples import jpeg
from tests.files.hidden.slide_samples import ofd
from tests.files.test_archives import packed


def found(data: bytes) -> list[str]:
    """The kinds of all hits."""
    return [h.kind for h in hits(data, Limits(), lambda *_: ())]


def test_each_is_told_and_the_program_is_not() -> None:
    assert found(ofd("李四四")) == ["properties"]
    assert found(ofd()) == []
    assert found(ofd(Doc_0__Annots__Page_0__Annotation=b"<a><Annot Type='Watermark'/></a>")) == []
    assert found(ofd(Doc_0__Annots__Page_0__Annotation=b"<a><Annot Type='Highlight'/></a>")) == ["annotation"]
    assert found(ofd(Doc_0__CustomTags__CustomTag=b"<a/>")) == ["custom_data"]


def test_pictures_are_looked_into() -> None:
    seen = []
    data = packed({"OFD.xml": b"<o/>", "Doc_0/Res/a.jpg": jpeg()})
    list(hits(data, Limits(), lambda place, name, content: seen.append(name) or []))
    assert seen == ["Doc_0/Res/a.jpg"]
