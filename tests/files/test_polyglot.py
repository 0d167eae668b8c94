"""Files that are two things at once are refused; files that hold others by right are not."""

from __future__ import annotations

import pytest

from gongkai.files.polyglot import refuse_polyglot
from gongkai.files.sniff import Kind
from gongkai.values.errors import Refused
from tests.files.hidden.office_samples import book, clean_texts, text
from tests.files.hidden.pdf_samples import clean_pdfs, pdf
from tests.files.hidden.picture_samples import clean_pictures, drawn, jpeg, png
from tests.files.hidden.slide_samples import FIXTURES
from tests.files.test_archives import packed

ZIP = packed({"a.js": b"alert(1)"})
TWO = {
    "pdf and zip": (Kind.PDF, pdf() + ZIP),
    "pdf and zip and blanks": (Kind.PDF, pdf() + ZIP + b"\n" * 50),
    "pdf and page": (Kind.PDF, pdf() + b"<script>1</script>"),
    "page before pdf": (Kind.PDF, b"GIF89a=1;//\n" + pdf()),
    "picture and zip": (Kind.IMAGE, jpeg() + ZIP),
    "picture and page": (Kind.IMAGE, png() + b"<html><script>1</script>"),
    "picture and pdf": (Kind.IMAGE, png() + pdf()),
    "gif and zip": (Kind.IMAGE, drawn("GIF") + ZIP),
    "zip and program": (Kind.ZIP, ZIP + b"MZ\x90\0"),
    "two zips": (Kind.ZIP, packed({"b.txt": b"b"}) + ZIP),
    "word and page": (Kind.DOCX, text() + b"<script>1</script>"),
    "old word and zip": (Kind.DOC, (FIXTURES / "clean-text.doc").read_bytes() + ZIP),
    "text and zip": (Kind.TXT, "通知".encode() * 1000 + ZIP),
}


@pytest.mark.parametrize("case", TWO)
def test_two_natures_are_refused(case: str) -> None:
    with pytest.raises(Refused) as caught:
        refuse_polyglot(*TWO[case])
    assert caught.value.code == "polyglot"
    assert caught.value.message.endswith("。")


def test_control_honest_files_pass() -> None:
    for data in clean_pdfs():
        refuse_polyglot(Kind.PDF, data)
    for data in clean_texts()[:5]:
        refuse_polyglot(Kind.DOCX, data)
    for _, data in clean_pictures():
        refuse_polyglot(Kind.IMAGE, data)
    for path in FIXTURES.glob("*.doc"):
        refuse_polyglot(Kind.DOC, path.read_bytes())
    refuse_polyglot(Kind.XLSX, book())
    refuse_polyglot(Kind.IMAGE, jpeg() + jpeg())
    refuse_polyglot(Kind.TXT, "PK\x05\x06 只是文字".encode())


def test_a_package_attached_by_right_is_no_second_nature() -> None:
    held = pdf(lambda made: made.attachments.__setitem__("a.docx", text()), compress_streams=False)
    refuse_polyglot(Kind.PDF, held)
    refuse_polyglot(Kind.ZIP, packed({"a.zip": ZIP}))
    refuse_polyglot(Kind.DOC, (FIXTURES / "clean-text.doc").read_bytes() + ZIP + bytes(700))
