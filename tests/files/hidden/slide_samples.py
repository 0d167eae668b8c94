"""Presentations, OFD files, packages, pages and old office files with and without hidden things."""

from __future__ import annotations

from pathlib import Path

from tests.files.hidden.office_samples import RELATION, related
from tests.files.test_archives import packed

FIXTURES = Path(__file__).parent / "fixtures"
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
ONE = '<Relationship Id="r{0}" Type="' + RELATION + '{1}" Target="{2}"/>'


def slides(show: str = "1", extra: str = "") -> bytes:
    """A presentation of one slide."""
    slide = f'<p:sld xmlns:p="urn:p" xmlns:a="urn:a" show="{show}"><a:r><a:t>汇报</a:t></a:r>{extra}</p:sld>'
    return packed(
        {
            "[Content_Types].xml": b"<Types/>",
            "_rels/.rels": RELS.format(ONE.format(1, "officeDocument", "ppt/presentation.xml")).encode(),
            "ppt/presentation.xml": b"<presentation/>",
            "ppt/_rels/presentation.xml.rels": RELS.format(
                ONE.format(1, "slide", "slides/slide1.xml")
            ).encode(),
            "ppt/slides/slide1.xml": slide.encode(),
        }
    )


def ofd(author: str = "", **more: bytes) -> bytes:
    """An OFD file of one page; ``more`` are parts with ``__`` for a slash."""
    said = f"<ofd:Author>{author}</ofd:Author>" if author else ""
    root = f'<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocInfo><ofd:Creator>某软件</ofd:Creator>{said}</ofd:DocInfo></ofd:DocBody></ofd:OFD>'
    parts = {name.replace("__", "/") + ".xml": data for name, data in more.items()}
    return packed({"OFD.xml": root.encode(), "Doc_0/Document.xml": b"<d/>", **parts})


def old_slides() -> bytes:
    """An OLE file whose one stream is named as that of old presentations."""
    data = bytearray((FIXTURES / "clean-book.xls").read_bytes())
    old, new = "Workbook".encode("utf-16-le"), "PowerPoint Document".encode("utf-16-le")
    at = data.index(old + bytes(4))
    data[at : at + 64] = new.ljust(64, b"\0")
    data[at + 64] = len(new) + 2
    return bytes(data)


NOTE = '<p:n xmlns:p="urn:p" xmlns:a="urn:a"><a:r><a:t>{}</a:t></a:r><a:fld><a:t>3</a:t></a:fld></p:n>'


def dirty_others() -> dict[str, tuple[str, str, bytes]]:
    """What the hit is called, a file name, the bytes."""
    cases = {
        "old slides": ("partly_checked", "a.ppt", old_slides()),
        "pptx hidden slide": ("hidden_slide", "a.pptx", slides("0")),
        "pptx note": (
            "speaker_note",
            "a.pptx",
            related(
                slides(),
                "ppt/slides/slide1.xml",
                "notesSlide",
                "ppt/notesSlides/notesSlide1.xml",
                NOTE.format("先不说").encode(),
            ),
        ),
        "pptx comment": (
            "comment",
            "a.pptx",
            related(
                slides(), "ppt/slides/slide1.xml", "comments", "ppt/comments/comment1.xml", b"<a><cm/></a>"
            ),
        ),
        "pptx hidden shape": ("hidden_shape", "a.pptx", slides(extra='<p:cNvPr hidden="1"/>')),
        "pptx cropped": ("cropped_picture", "a.pptx", slides(extra='<a:srcRect l="30000"/>')),
        "ofd author": ("properties", "a.ofd", ofd("李四四")),
        "ofd attachment": ("attachment", "a.ofd", ofd(Doc_0__Attachs__Attachments=b"<a><Attachment/></a>")),
        "ofd mark": (
            "annotation",
            "a.ofd",
            ofd(Doc_0__Annots__Page_0__Annotation=b"<a><Annot Type='Stamp'/></a>"),
        ),
        "ofd version": ("earlier_revision", "a.ofd", ofd(Doc_0__Versions__Version_1=b"<a/>")),
        "zip droppings": ("stray_part", "a.zip", packed({"a.txt": "正文".encode(), "__MACOSX/a": b"x"})),
        "zip with a program": ("unreadable", "a.zip", packed({"a.exe": b"MZ\x90\0" + bytes(300)})),
        "html comment": ("hidden_element", "a.html", "<p>通知</p><!-- 李四四改过 -->".encode()),
        "html not shown": (
            "hidden_element",
            "a.html",
            '<p>通知</p><div style="display:none">旧稿</div>'.encode(),
        ),
        "html field": ("hidden_element", "a.html", '<p>通知</p><input type="hidden" value="1">'.encode()),
        "html author": (
            "properties",
            "a.html",
            "<html><xml><o:Author>李四四</o:Author></xml><p>通知".encode(),
        ),
        "html script": ("script", "a.html", b"<p>a</p><script>1</script>"),
        "txt invisible": ("invisible_characters", "a.txt", "通\u200b知".encode()),
    }
    for path in sorted(FIXTURES.glob("dirty-*")):
        kind = path.stem.removeprefix("dirty-").partition("-")[0]
        cases[path.name] = (kind, path.name, path.read_bytes())
    return cases


def clean_others() -> list[tuple[str, bytes]]:
    """Files in which nothing is hidden."""
    return [
        ("a.pptx", slides()),
        (
            "a.pptx",
            related(
                slides(),
                "ppt/slides/slide1.xml",
                "notesSlide",
                "ppt/notesSlides/notesSlide1.xml",
                NOTE.format(" ").encode(),
            ),
        ),
        ("a.ofd", ofd()),
        ("a.zip", packed({"a.txt": "正文".encode(), "b/c.html": "<p>通知</p>".encode()})),
        ("a.html", "<html><!--[if gte mso 9]><![endif]--><p>通知</p></html>".encode()),
        ("a.txt", "通知\n".encode()),
        ("a.txt", "通知\n".encode("gb18030")),
        ("a.csv", "序号,事项\n1,甲\n".encode("utf-8-sig")),
        ("a.md", "# 通知\n".encode()),
        *((path.name, path.read_bytes()) for path in sorted(FIXTURES.glob("clean-*"))),
    ]
