"""The lines of a file as they are laid out, with their spots, for the search for secrecy marks.

Only what can carry a mark is read: texts, headers, footers, text boxes, cells that stand alone. Pictures and
scans cannot be read here: ``None`` says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2
from selectolax.lexbor import LexborHTMLParser

from gongkai.files.archives import damaged
from gongkai.files.encodings import decode
from gongkai.files.hidden.parts import Package, attribute, local, text_of
from gongkai.files.limits import Limits
from gongkai.files.nesting import refuse_deep
from gongkai.files.old_word import as_docx
from gongkai.files.secrecy.mark import Line, Spot
from gongkai.files.sniff import Kind

TOP_LINES = 8
"""So many lines with text are the top of a first page: mark, urgency, number of copy, letterhead, number."""
_TOP_SHARE = 0.7
_CODES = re.compile(r'&(?:"[^"]*"|[0-9]+|[LCRBIUSXYEDTPNFAGKO])')
_ON_OLD = re.compile("[绝机秘]密[★☆][0-9一二三四五六七八九十年个月长期永久启用前使公开]{0,8}")


def lines(kind: Kind, data: bytes, limits: Limits) -> list[Line] | None:
    """Every line that may be a mark; None where the file cannot be read for marks (pictures, scans).

    Raises Refused or OverLimit.
    """
    if kind is Kind.DOC:
        kind, data = Kind.DOCX, as_docx(data, limits)
    if kind is Kind.DOCX:
        return list(_word(Package(data, limits)))
    if kind is Kind.XLSX:
        return list(_book(Package(data, limits)))
    if kind is Kind.PPTX:
        return list(_slides(Package(data, limits)))
    if kind is Kind.OFD:
        return list(_ofd(Package(data, limits))) or None
    if kind is Kind.PDF:
        return list(_pdf(data, limits)) or None
    if kind is Kind.IMAGE:
        return None
    if kind in (Kind.XLS, Kind.PPT):
        return list(_old(data))
    return list(_text(data, kind, limits))


def _numbered(texts: list[str], place: str, top: int = TOP_LINES) -> Iterator[Line]:
    """Lines of running text: the first ones with any text are the top."""
    written = [text for text in texts if text.strip()]
    for number, text in enumerate(written, 1):
        yield Line(text, f"{place}第{number}行", Spot.TOP if number <= top else Spot.BODY)


def _text(data: bytes, kind: Kind, limits: Limits) -> Iterator[Line]:
    text = decode(data)
    if kind is Kind.HTML:
        refuse_deep(text, limits)
        tree = LexborHTMLParser(text)
        tree.strip_tags(["script", "style", "head"])
        # a cell stands in a row with others: joined, a list of grades is no grade alone
        for row in tree.css("tr"):
            row.replace_with("\n" + " | ".join(c.text(strip=True) for c in row.css("td, th")) + "\n")
        body = tree.body
        text = body.text(separator="\n") if body is not None else ""
    yield from _numbered(text.splitlines(), "")


def _word(package: Package) -> Iterator[Line]:
    for part in package.below(r"word/(header|footer)\d*\.xml"):
        place = "页眉" if "header" in part else "页脚"
        for text in _paragraphs(package, part):
            yield Line(text, place, Spot.MARGIN)
    for part in package.below(r"word/document\d*\.xml"):
        root = package.xml(part)
        for box in root.iter("{*}txbxContent"):
            for one in box.iter("{*}p"):
                yield Line(_own_text(one), "文本框", Spot.MARGIN)
        yield from _numbered(list(_body(root)), "正文")


def _body(root: object) -> Iterator[str]:
    """Paragraphs and, as one line each, rows of tables, in the order of the text."""
    for one in root.iter("{*}p", "{*}tr"):  # type: ignore[attr-defined]
        above = {local(a) for a in one.iterancestors()}
        if "txbxContent" in above or (local(one) == "p" and "tr" in above):
            continue
        if local(one) == "tr":
            cells = ["".join(_own_text(p) for p in cell.iter("{*}p")) for cell in one.iterfind("{*}tc")]
            yield _row(cells)
        else:
            yield from _own_text(one).split("\n")


def _row(cells: list[str]) -> str:
    """The cells of a row as one line; a label and its value, as in 密级 | 机密, belong together."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) == 2 and filled[0].rstrip(":： ") in ("密级", "文件密级", "保密等级", "密级和保密期限"):
        return f"{filled[0]}{filled[1]}"
    return " | ".join(filled)


def _paragraphs(package: Package, part: str) -> list[str]:
    return [_own_text(one) for one in package.xml(part).iter("{*}p")]


def _own_text(paragraph: object) -> str:
    """The text of a paragraph without that of the text boxes in it; tabs and breaks as such."""
    out = []
    for one in paragraph.iter("{*}t", "{*}tab", "{*}br", "{*}cr"):  # type: ignore[attr-defined]
        inner = next((a for a in one.iterancestors() if local(a) == "p"), None)
        if inner is paragraph:
            out.append({"t": one.text or "", "tab": "\t"}.get(local(one), "\n"))
    return "".join(out)


def _book(package: Package) -> Iterator[Line]:
    shared = [text_of(one) for p in package.below(r"xl/sharedStrings\.xml") for one in package.xml(p)]
    for number, part in enumerate(package.below(r"xl/worksheets/[^/]+\.xml"), 1):
        place = f"第{number}张工作表"
        root = package.xml(part)
        for one in root.iterfind("{*}headerFooter/*"):
            for text in re.split(r"&[LCR]", one.text or ""):
                yield Line(_CODES.sub("", text), f"{place}页眉页脚", Spot.MARGIN)
        rows = (_row([_cell(cell, shared) for cell in row]) for row in root.iter("{*}row"))
        yield from _numbered(list(rows), place)
    for part in package.below(r"xl/drawings/drawing\d+\.xml"):
        yield from (Line(text_of(one), "文本框", Spot.MARGIN) for one in package.xml(part).iter("{*}p"))


def _cell(cell: object, shared: list[str]) -> str:
    text = "".join(text_of(one) for one in cell if local(one) in ("v", "is"))  # type: ignore[attr-defined]
    if attribute(cell, "t") == "s" and text.isdigit() and int(text) < len(shared):
        return shared[int(text)]
    return text


def _slides(package: Package) -> Iterator[Line]:
    for number, part in enumerate(package.below(r"ppt/slides/[^/]+\.xml"), 1):
        spot = Spot.TOP if number == 1 else Spot.BODY
        for one in package.xml(part).iter("{*}p"):
            yield Line(text_of(one), f"第{number}张幻灯片", spot)


def _ofd(package: Package) -> Iterator[Line]:
    for number, part in enumerate(package.below(r".*/Pages/.*Content\.xml"), 1):
        texts = [text_of(one) for one in package.xml(part).iter("{*}TextObject")]
        yield from _numbered(texts, f"第{number}页", TOP_LINES if number == 1 else 0)


def _pdf(data: bytes, limits: Limits) -> Iterator[Line]:
    """The text of each page, line by line from the top; on each page the outer margins are looked at too."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise damaged(error) from error
    try:
        for index in range(min(len(document), limits.pages)):
            page = document[index]
            yield from _page(page, index + 1)
            page.close()
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage, number: int) -> Iterator[Line]:
    words = page.get_textpage()
    spans = sorted((words.get_rect(n) for n in range(words.count_rects())), key=lambda r: (-r[3], r[0]))
    height = page.get_height()
    lines_: list[tuple[float, list[tuple[float, float, str]]]] = []
    line_at = 1e9
    for left, bottom, right, top in spans:
        middle = (bottom + top) / 2
        if middle < line_at - (top - bottom) / 2:
            lines_.append((middle, []))
            line_at = middle
        lines_[-1][1].append((left, right, words.get_text_bounded(left, bottom, right, top).strip()))
    for place, (middle, parts) in enumerate(lines_, 1):
        text = "  ".join(piece for _, _, piece in sorted(parts))
        high = middle > height * (1 - (1 - _TOP_SHARE) / (1 if number == 1 else 3))
        spot = Spot.TOP if high and place <= TOP_LINES else Spot.BODY
        yield Line(text, f"第{number}页第{place}行", spot)


def _old(data: bytes) -> Iterator[Line]:
    """Old sheets and slides: a grade with its star stands out in the bytes themselves (UTF-16)."""
    for shift in (0, 1):
        text = data[shift : len(data) - (len(data) - shift) % 2].decode("utf-16-le", "replace")
        for found in _ON_OLD.finditer(text):
            before = text[found.start() - 1 : found.start()]
            if not "\u3400" <= before <= "\u9fff":
                yield Line(found[0], "文件内")
