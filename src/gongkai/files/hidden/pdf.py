"""Hidden data of PDF: metadata, marks, attachments, earlier revisions, scripts, form fields, layers.

The structure is read by pikepdf (qpdf); what stands on the pages by :mod:`gongkai.files.hidden.pdf_text`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from gongkai.files.archives import damaged
from gongkai.files.hidden.hit import Hit, Inner
from gongkai.files.hidden.parts import filled
from gongkai.files.hidden.pdf_text import on_pages, text_hits
from gongkai.files.limits import Limits
from gongkai.values.errors import OverLimit, Refused

_PLAIN_MARKS = {"/Link", "/Widget", "/Popup", "/PrinterMark", "/TrapNet"}
_NAMES_OF_PEOPLE = {"/Author": "creator", "/Title": "Title", "/Subject": "Subject", "/Keywords": "keywords"}
_OF_PROGRAMS = {"/Producer", "/Creator", "/CreationDate", "/ModDate", "/Trapped", "/PTEX.Fullbanner",
                "/AAPL:Keywords", "/SourceModified"}  # fmt: skip
_XMP_PEOPLE = re.compile(
    r"(creator|contributor|author|manager|company|description|subject|keywords|title)$", re.I
)
_XMP_TITLE = re.compile(r"(title|subject|description)$", re.I)
_REVISION = re.compile(rb"startxref\s+\d+\s+%%EOF")
_TAIL = 64


def hits(data: bytes, limits: Limits, inner: Inner) -> Iterator[Hit]:
    """The hits of a PDF; raises Refused (needs a password, broken) or OverLimit."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if len(pdf.pages) > limits.pages:
                raise OverLimit(
                    "too_many_pages", f"PDF 超过{limits.pages}页，无法检查隐藏内容。请拆分后再试。"
                )
            visible, found = text_hits(data)
            yield from found
            yield from _metadata(pdf, visible)
            yield from _catalogue(pdf, inner)
            yield from _forms(pdf)
            yield from _marks(pdf)
            yield from _revisions(pdf, data)
    except pikepdf.PasswordError as error:
        raise Refused("encrypted", "文件设有密码，无法读取。请去掉密码后再试。") from error
    except (
        pikepdf.PdfError,
        pikepdf.DataDecodingError,
        ValueError,
        TypeError,
        KeyError,
        RecursionError,
    ) as error:
        raise damaged(error) from error


def _metadata(pdf: pikepdf.Pdf, visible: str) -> Iterator[Hit]:
    count = 0
    for key, value in pdf.docinfo.items():
        if key in _NAMES_OF_PEOPLE:
            count += filled(_NAMES_OF_PEOPLE[key], str(value), visible)
        elif key not in _OF_PROGRAMS:
            count += bool(str(value).strip())
    if not count and "/Metadata" in pdf.Root:
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            for key, value in metadata.items():
                texts = [value] if isinstance(value, str) else [str(one) for one in value]
                name = "title" if _XMP_TITLE.search(key) else "creator"
                if _XMP_PEOPLE.search(key):
                    count += any(filled(name, text, visible) for text in texts)
    if count:
        yield Hit("properties", count=count)
    if "/PieceInfo" in pdf.Root or any("/PieceInfo" in page.obj for page in pdf.pages):
        yield Hit("private_data")
    if any("/Thumb" in page.obj for page in pdf.pages):
        yield Hit("thumbnail")


def _catalogue(pdf: pikepdf.Pdf, inner: Inner) -> Iterator[Hit]:
    """What hangs on the root of the file."""
    root = pdf.Root
    for name in pdf.attachments:
        yield Hit("attachment")
        file = pdf.attachments[name].get_file()
        yield from inner("附件中", name, file.read_bytes())
    names = root.get("/Names", pikepdf.Dictionary())
    actions = [root.get("/OpenAction"), *_values(root.get("/AA"))]
    for page in pdf.pages:
        actions += _values(page.obj.get("/AA"))
    if "/JavaScript" in names or any(_runs(action) for action in actions):
        yield Hit("script")
    layers = root.get("/OCProperties")
    if layers is not None:
        shown = layers.get("/D", pikepdf.Dictionary())
        if len(shown.get("/OFF", pikepdf.Array())) or shown.get("/BaseState") == "/OFF":
            yield Hit("hidden_layer")


def _values(dictionary: Any) -> list[Any]:
    return list(dictionary.values()) if isinstance(dictionary, pikepdf.Dictionary) else []


def _runs(action: Any) -> bool:
    """Whether an action runs a script or a program. A destination (an array) only opens a page."""
    return isinstance(action, pikepdf.Dictionary) and action.get("/S") in ("/JavaScript", "/Launch")


def _forms(pdf: pikepdf.Pdf) -> Iterator[Hit]:
    form = pdf.Root.get("/AcroForm")
    if form is None:
        return
    if "/XFA" in form:
        yield Hit("form_field")
        return
    count, waiting = 0, list(form.get("/Fields", pikepdf.Array()))
    for _ in range(10_000):
        if not waiting:
            break
        one = waiting.pop()
        waiting += list(one.get("/Kids", pikepdf.Array()))
        if one.get("/FT") != "/Sig" and str(one.get("/V", "")).strip() not in ("", "/Off"):
            count += 1
    if count:
        yield Hit("form_field", count=count)


def _marks(pdf: pikepdf.Pdf) -> Iterator[Hit]:
    pages: dict[str, list[int]] = {"annotation": [], "attachment": [], "script": []}
    for number, page in enumerate(pdf.pages, 1):
        for one in page.obj.get("/Annots", pikepdf.Array()):
            kind = str(one.get("/Subtype"))
            if kind == "/FileAttachment":
                pages["attachment"].append(number)
            elif kind not in _PLAIN_MARKS:
                pages["annotation"].append(number)
            if _runs(one.get("/A")) or any(map(_runs, _values(one.get("/AA")))):
                pages["script"].append(number)
    for name, numbers in pages.items():
        if numbers:
            yield Hit(name, on_pages(numbers), len(numbers))


def _revisions(pdf: pikepdf.Pdf, data: bytes) -> Iterator[Hit]:
    """Each save at the end of the file adds an end mark; a file for the web has one more at its beginning."""
    ends = [found.end() for found in _REVISION.finditer(data)]
    rest = data[ends[-1] :].strip(b"\r\n\0 \t") if ends else b""
    if rest:
        yield Hit("trailing_data")
    web = b"/Linearized" in data[:1024]
    extra = len(ends) - 1 - (web and len(ends) > 1)
    if extra > 0:
        yield Hit("earlier_revision", count=extra, lightened=_signed(pdf, ends))


def _signed(pdf: pikepdf.Pdf, ends: list[int]) -> bool:
    """Whether each later save is a signature over all before it: an electronic seal is added in this way."""
    covered = set()
    form = pdf.Root.get("/AcroForm", pikepdf.Dictionary())
    for one in form.get("/Fields", pikepdf.Array()):
        signature = one.get("/V")
        if (
            one.get("/FT") == "/Sig"
            and isinstance(signature, pikepdf.Dictionary)
            and "/ByteRange" in signature
        ):
            parts = [int(n) for n in signature["/ByteRange"]]
            if len(parts) == 4 and parts[0] == 0:
                covered.add(parts[2] + parts[3])
    return all(any(abs(end - covers) < _TAIL for covers in covered) for end in ends[1:])
