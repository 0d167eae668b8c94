"""PDF files with and without hidden things, made with pikepdf for the tests."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Change = Callable[[pikepdf.Pdf], Any]
WORDS = "BT /F1 20 Tf 72 700 Td (Notice of the bureau) Tj ET"
PICTURE = "q 595 0 0 842 0 0 cm /Im1 Do Q"


def pdf(
    *changes: Change, content: str = WORDS, pages: int = 1, box: tuple[int, ...] = (), **save: Any
) -> bytes:
    """A PDF of some pages with the content, changed by each function."""
    made = pikepdf.new()
    for _ in range(pages):
        page = made.add_blank_page(page_size=(595, 842))
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        picture = made.make_stream(b"\x80", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1,
                                   ColorSpace=Name.DeviceGray, BitsPerComponent=8)  # fmt: skip
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font), XObject=Dictionary(Im1=picture))
        page.obj.Contents = made.make_stream(content.encode())
        if box:
            page.obj.CropBox = Array(box)
    for change in changes:
        change(made)
    stream = io.BytesIO()
    made.save(stream, **save)
    return stream.getvalue()


def annotated(kind: str, **more: Any) -> Change:
    """A change: a mark on the first page."""

    def change(made: pikepdf.Pdf) -> None:
        one = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array([72, 690, 200, 720]), **more)
        made.pages[0].obj.Annots = Array([made.make_indirect(one)])

    return change


def docinfo(**values: str) -> Change:
    """A change: entries of the information dictionary."""
    return lambda made: [made.docinfo.__setitem__(f"/{k}", v) for k, v in values.items()]


def xmp(**values: Any) -> Change:
    """A change: entries of the XMP metadata in Dublin Core."""

    def change(made: pikepdf.Pdf) -> None:
        with made.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            for key, value in values.items():
                metadata[f"dc:{key}"] = value

    return change


def form(value: str, kind: str = "/Tx") -> Change:
    """A change: a form field with this value."""

    def change(made: pikepdf.Pdf) -> None:
        field = made.make_indirect(Dictionary(FT=Name(kind), T=String("a"), V=String(value)))
        made.Root.AcroForm = Dictionary(Fields=Array([field]))

    return change


def layers(off: bool) -> Change:
    """A change: one layer, shown or not."""

    def change(made: pikepdf.Pdf) -> None:
        one = made.make_indirect(Dictionary(Type=Name.OCG, Name=String("L")))
        shown = Dictionary(ON=Array([one])) if not off else Dictionary(OFF=Array([one]))
        made.Root.OCProperties = Dictionary(OCGs=Array([one]), D=shown)

    return change


def saved_again(data: bytes) -> bytes:
    """The file with one more save at its end, as programs do that only append."""
    start = data.rindex(b"startxref")
    previous = int(data[start + 9 :].split()[0])
    at = len(data)
    return data + (
        b"9 0 obj\n(x)\nendobj\nxref\n9 1\n%010d 00000 n \ntrailer\n<</Size 10/Root 1 0 R/Prev %d>>\n"
        b"startxref\n%d\n%%%%EOF\n" % (at, previous, at + 19)
    )


def _action(made: pikepdf.Pdf) -> None:
    made.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _named_script(made: pikepdf.Pdf) -> None:
    one = Dictionary(S=Name.JavaScript, JS=String("1"))
    made.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), one])))


def _attached(made: pikepdf.Pdf) -> None:
    made.attachments["list.txt"] = b"Zhang San"


def _private(made: pikepdf.Pdf) -> None:
    made.Root.PieceInfo = Dictionary(Illustrator=Dictionary())


def _thumb(made: pikepdf.Pdf) -> None:
    made.pages[0].obj.Thumb = made.make_stream(b"x")


def dirty_pdfs() -> dict[str, tuple[str, bytes]]:
    """PDF files, each with one hidden thing: what the hit is called, the bytes."""
    white = "1 1 1 rg " + WORDS
    return {
        "author": ("properties", pdf(docinfo(Author="李四四"))),
        "foreign title": ("properties", pdf(docinfo(Title="另一份名单"))),
        "keywords": ("properties", pdf(docinfo(Keywords="内部"))),
        "own property": ("properties", pdf(docinfo(Bianhao="X-1"))),
        "xmp author": ("properties", pdf(xmp(creator=["李四四"]))),
        "note": ("annotation", pdf(annotated("Text", Contents=String("hm")))),
        "free text": ("annotation", pdf(annotated("FreeText", Contents=String("hm")))),
        "highlight": ("annotation", pdf(annotated("Highlight"))),
        "black box over words": ("annotation", pdf(annotated("Square", IC=Array([0, 0, 0])))),
        "redaction not applied": ("annotation", pdf(annotated("Redact"))),
        "attached file": ("attachment", pdf(_attached)),
        "attached by a mark": ("attachment", pdf(annotated("FileAttachment"))),
        "opens with a script": ("script", pdf(_action)),
        "named script": ("script", pdf(_named_script)),
        "script of a button": (
            "script",
            pdf(annotated("Widget", A=Dictionary(S=Name.JavaScript, JS=String("1")))),
        ),
        "form field": ("form_field", pdf(form("Zhang San"))),
        "hidden layer": ("hidden_layer", pdf(layers(off=True))),
        "earlier revision": (
            "earlier_revision",
            saved_again(pdf(object_stream_mode=pikepdf.ObjectStreamMode.disable)),
        ),
        "data behind the end": ("trailing_data", pdf() + b"\nZhang San 139"),
        "invisible words": ("invisible_text", pdf(content=WORDS.replace("BT", "BT 3 Tr"))),
        "white words": ("invisible_text", pdf(content=white)),
        "tiny words": ("invisible_text", pdf(content=WORDS.replace("20 Tf", "0.2 Tf"))),
        "recognised layer of a scan": (
            "ocr_layer",
            pdf(content=PICTURE + " " + WORDS.replace("BT", "BT 3 Tr")),
        ),
        "outside the cropped page": ("outside_page", pdf(box=(0, 0, 595, 400))),
        "private data": ("private_data", pdf(_private)),
        "thumbnail": ("thumbnail", pdf(_thumb)),
        "password": ("unreadable", pdf(encryption=pikepdf.Encryption(user="1", owner="2"))),
        "cut off": ("unreadable", pdf()[:300]),
    }


def clean_pdfs() -> list[bytes]:
    """PDF files in which nothing is hidden, some close to it."""
    return [
        pdf(),
        pdf(pages=5),
        pdf(linearize=True),
        pdf(docinfo(Title="Notice of the bureau")),
        pdf(docinfo(Producer="WPS", CreationDate="D:20260101000000")),
        pdf(xmp(title="Notice of the bureau")),
        pdf(annotated("Link", A=Dictionary(S=Name.URI, URI=String("https://www.example.gov.cn/")))),
        pdf(form("")),
        pdf(form("/Off", "/Btn")),
        pdf(layers(off=False)),
        pdf(content=PICTURE),
        pdf(content="0 0 0.5 rg 60 690 300 40 re f 1 1 1 rg " + WORDS),
        pdf(box=(0, 400, 595, 842)),
        pdf(encryption=pikepdf.Encryption(user="", owner="2")),
        pdf(object_stream_mode=pikepdf.ObjectStreamMode.generate),
        pdf(lambda made: setattr(made.Root, "OpenAction", Array([made.pages[0].obj, Name.Fit]))),
    ]
