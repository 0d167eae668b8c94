"""PDF: the structure; an electronic seal is no hidden revision."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from gongkai.files.hidden.hit import Weight
from gongkai.files.hidden.pdf import hits
from gongkai.files.limits import Limits
from gongkai.values.errors import FileError
from tests.files.hidden.pdf_samples import annotated, pdf, saved_again


def found(data: bytes, limits: Limits | None = None) -> list[tuple[str, str, Weight]]:
    """Kind, place and weight of each hit."""
    return [(h.kind, h.place, h.weight) for h in hits(data, limits or Limits(), lambda *_: ())]


PLAIN = {"object_stream_mode": pikepdf.ObjectStreamMode.disable}


def test_marks_tell_their_page() -> None:
    assert found(pdf(annotated("Square"), pages=3)) == [("annotation", "第1页", Weight.BLOCKS)]


def sealed(covers: int) -> bytes:
    """A file whose signature says that it covers so many bytes; saved once more after that."""

    def change(made: pikepdf.Pdf) -> None:
        signature = Dictionary(Type=Name.Sig, ByteRange=Array([0, 100, 200, covers - 200]))
        field = made.make_indirect(Dictionary(FT=Name.Sig, V=signature))
        made.Root.AcroForm = Dictionary(Fields=Array([field]))

    return saved_again(pdf(change, **PLAIN))


def test_a_save_that_a_seal_covers_is_a_notice() -> None:
    length = len(sealed(9999))
    assert found(sealed(length)) == [("earlier_revision", "", Weight.NOTICE)]
    assert found(sealed(length - 500)) == [("earlier_revision", "", Weight.BLOCKS)]
    assert found(saved_again(pdf(**PLAIN))) == [("earlier_revision", "", Weight.BLOCKS)]


def test_too_many_pages_and_broken_files_are_refused() -> None:
    for data, limits in ((pdf(pages=3), Limits(pages=2)), (b"%PDF-1.7\nstartxref\n0\n%%EOF", Limits())):
        with pytest.raises(FileError):
            found(data, limits)


def test_attachments_are_looked_into() -> None:
    data = pdf(lambda made: made.attachments.__setitem__("a.txt", b"x"))
    seen = []
    list(hits(data, Limits(), lambda place, name, content: seen.append((place, name, content)) or []))
    assert seen == [("附件中", "a.txt", b"x")]
