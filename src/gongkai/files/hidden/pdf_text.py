"""Text on the pages of a PDF that nobody sees: drawn invisibly, white on white, tiny, or outside the page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2
from pypdfium2 import raw as pdfium

from gongkai.files.archives import damaged
from gongkai.files.hidden.hit import Hit
from gongkai.values.errors import OverLimit

Box = tuple[float, float, float, float]
_INVISIBLE_MODES = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_WHITE = 250
_TINY = 1.0
"""Points below which a letter is not seen."""
_FULL = 0.6
"""A picture over this share of the page makes the page a scan."""
_MOST_OBJECTS = 200_000


@dataclass(slots=True)
class _Counts:
    pages: dict[str, list[int]] = field(default_factory=dict)
    objects: int = 0

    def note(self, kind: str, page: int) -> None:
        """One object of this kind on this page, counted from 1."""
        self.pages.setdefault(kind, []).append(page)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text object of a page."""

    words: str
    place: Box
    invisible: bool
    white: bool

    @property
    def tiny(self) -> bool:
        """Too small to see, in both directions: 一 is low, but as wide as its neighbours."""
        width, height = self.place[2] - self.place[0], self.place[3] - self.place[1]
        return max(height, width / len(self.words)) < _TINY


def text_hits(data: bytes) -> tuple[str, list[Hit]]:
    """The text of all pages that a reader may see, and the hits; raises Refused where it cannot be opened."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise damaged(error) from error
    texts, counts = [], _Counts()
    try:
        for number, page in enumerate(document, 1):
            texts.append(page.get_textpage().get_text_range())
            _page(page, number, counts)
            page.close()
    except pypdfium2.PdfiumError as error:
        raise damaged(error) from error
    finally:
        document.close()
    return "".join(texts), [Hit(kind, on_pages(pages), len(pages)) for kind, pages in counts.pages.items()]


def on_pages(numbers: list[int]) -> str:
    """The pages as a place for a person, the first five of them."""
    pages = sorted(set(numbers))
    return "第" + "、".join(map(str, pages[:5])) + ("页等" if len(pages) > 5 else "页")


def _page(page: pypdfium2.PdfPage, number: int, counts: _Counts) -> None:
    box: Box = page.get_cropbox()
    area = max((box[2] - box[0]) * (box[3] - box[1]), 1.0)
    backgrounds: list[Box] = []
    scan = False
    texts: list[_Text] = []
    textpage = page.get_textpage()
    for one, place in _placed(page, counts):
        if one.type == pdfium.FPDF_PAGEOBJ_TEXT:
            if words := _words(one.raw, textpage.raw):
                mode = pdfium.FPDFTextObj_GetTextRenderMode(one.raw)
                texts.append(_Text(words, place, mode in _INVISIBLE_MODES, _is_white(one.raw)))
        elif one.type != pdfium.FPDF_PAGEOBJ_FORM:
            backgrounds.append(place)
            covers = (place[2] - place[0]) * (place[3] - place[1]) > _FULL * area
            scan = scan or (one.type == pdfium.FPDF_PAGEOBJ_IMAGE and covers)
    for text in texts:
        if _apart(text.place, box):
            counts.note("outside_page", number)
        elif text.invisible:
            counts.note("ocr_layer" if scan else "invisible_text", number)
        elif text.tiny or (text.white and not any(_within(text.place, b) for b in backgrounds)):
            counts.note("invisible_text", number)


def _placed(page: pypdfium2.PdfPage, counts: _Counts) -> Iterator[tuple[pypdfium2.PdfObject, Box]]:
    """Every object with its place on the page: inside a form, bounds are told in the form's own measure."""
    matrices: dict[int, pypdfium2.PdfMatrix] = {}
    for one in page.get_objects(max_depth=8):
        counts.objects += 1
        if counts.objects > _MOST_OBJECTS:
            raise OverLimit("too_many_objects", "PDF 过于复杂，无法检查隐藏内容。请重新导出一份。")
        around = matrices[id(one.container)] if one.container else None
        if one.type == pdfium.FPDF_PAGEOBJ_FORM:
            own = one.get_matrix()
            matrices[id(one)] = own.multiply(around) if around else own
        place = one.get_bounds()
        yield one, around.on_rect(*place) if around else place


def _words(text: ctypes.c_void_p, textpage: ctypes.c_void_p) -> str:
    """What a text object draws, empty where nothing of it can be read (blanks, a dash alone)."""
    size = pdfium.FPDFTextObj_GetText(text, textpage, None, 0)
    buffer = (ctypes.c_ushort * max(size // 2, 1))()
    pdfium.FPDFTextObj_GetText(text, textpage, buffer, size)
    words = bytes(buffer).decode("utf-16-le", "replace").strip("\0 ")
    return words if any(c.isalnum() for c in words) else ""


def _is_white(text: ctypes.c_void_p) -> bool:
    colour = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(text, *map(ctypes.byref, colour)):
        return False
    return all(part.value >= _WHITE for part in colour[:3]) or colour[3].value == 0


def _apart(one: Box, other: Box) -> bool:
    return one[0] >= other[2] or one[2] <= other[0] or one[1] >= other[3] or one[3] <= other[1]


def _within(one: Box, other: Box) -> bool:
    """Whether the middle of ``one`` lies in ``other``."""
    x, y = (one[0] + one[2]) / 2, (one[1] + one[3]) / 2
    return other[0] <= x <= other[2] and other[1] <= y <= other[3]
