"""DOCX (also DOCM, DOTX and what WPS writes) to blocks: zip and lxml, no more of Word than print shows.

Deleted text is left out and inserted text kept; headers, footers, notes and hidden text are left
out; automatic numbers are written out; text boxes follow the paragraph that holds them; merged
cells keep their spans.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from gongkai.files.archives import Archive, damaged
from gongkai.files.limits import Limits
from gongkai.report.reader.blocks import Document
from gongkai.report.reader.docx_numbers import VAL, Numbering, W, numbering_of
from gongkai.report.reader.docx_styles import Styles, flag, styles_of
from gongkai.report.reader.flow import Flow, RawCell, RawTable, items_of
from gongkai.report.reader.properties import published_on
from gongkai.report.reader.spacing import BREAK, tidy
from gongkai.values.errors import OverLimit

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "word/document.xml"
_THROUGH = {
    W + n for n in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "hyperlink", "fldSimple")
}
_TRACKED = (W + "ins", W + "del", W + "moveFrom", W + "moveTo")
_P, _R, _T, _TBL, _TR, _TC = (W + n for n in ("p", "r", "t", "tbl", "tr", "tc"))
_BOX, _CHOICE, _FALLBACK = W + "txbxContent", _COMPATIBLE + "Choice", _COMPATIBLE + "Fallback"
_WIDEST = 200


def blocks(data: bytes, limits: Limits | None = None) -> Document:
    """The document of a Word file in the XML format.

    Raises Refused (``damaged``, ``encrypted``, ``unsafe_xml``) or OverLimit (``bomb``, ``too_many_cells``).
    """
    bounds = limits or Limits()
    bounds.check_size(len(data))
    archive = Archive(data, bounds)
    main = _main_part(archive)
    root = archive.xml(main)
    body = root.find(W + "body")
    if body is None:
        raise damaged()
    folder = main.rpartition("/")[0]
    styles, numbering = _beside(archive, folder)
    reader = _Body(bounds, styles, numbering)
    reader.add_all(body, reader.flow)
    document = Document("docx", items_of(reader.flow), reader.title, published_on(archive))
    for number, item in enumerate(document.items, 1):
        item.line = number
    if next(body.iter(*_TRACKED), None) is not None:
        document.notes.append("文件中有尚未接受或拒绝的修订，已按接受全部修订后的内容读取。")
    return document


def _main_part(archive: Archive) -> str:
    """The name of the main part: the usual one, else the one that the package's relations name."""
    if _MAIN in archive.names:
        return _MAIN
    if "_rels/.rels" in archive.names:
        for relation in archive.xml("_rels/.rels").iter(_RELATION):
            target = relation.get("Target", "").lstrip("/")
            if relation.get("Type", "").endswith("/officeDocument") and target in archive.names:
                return str(target)
    raise damaged()


def _beside(archive: Archive, folder: str) -> tuple[Styles, Numbering]:
    """The styles and the lists that stand beside the main part; empty where the file has none."""
    prefix = folder + "/" if folder else ""
    names = archive.names
    styles = styles_of(archive.xml(prefix + "styles.xml")) if prefix + "styles.xml" in names else Styles()
    lists = prefix + "numbering.xml"
    return styles, numbering_of(archive.xml(lists)) if lists in names else Numbering()


@dataclass(slots=True)
class _Body:
    """The state of reading one body: its flow, the lists' counters, the cells seen so far."""

    limits: Limits
    styles: Styles
    numbering: Numbering
    flow: Flow = field(default_factory=list)
    title: str | None = None
    cells: int = 0

    def add_all(self, parent: Any, flow: Flow) -> None:
        """Add the paragraphs and tables of a body, a cell or a text box to ``flow``."""
        for child in parent.iterchildren():
            if child.tag == _P:
                self._add_paragraph(child, flow)
            elif child.tag == _TBL:
                flow.append(0)
                flow.append(self._table(child).close())
            elif child.tag in _THROUGH:
                self.add_all(child, flow)

    def _add_paragraph(self, element: Any, flow: Flow) -> None:
        """One paragraph with its automatic number, then the text boxes anchored in it."""
        properties = element.find(W + "pPr")
        style = self.styles.of(properties)
        boxes: list[Any] = []
        text = "".join(_texts(element, boxes))
        label = self._label(properties, style)
        flow.append(self.styles.level(properties, style))
        if tidy(text):
            flow.append(label + text.lstrip() if label else text)
            if self.title is None and style in self.styles.titles:
                self.title = tidy(text)
        flow.append(0)
        for box in boxes:
            self.add_all(box, flow)

    def _label(self, properties: Any, style: str) -> str:
        """The automatic number of a paragraph, from itself or from its style; empty where it has none."""
        own = None if properties is None else properties.find(W + "numPr")
        number, level = self.styles.numbers.get(style, (None, None))
        if own is not None:
            identity, depth = own.find(W + "numId"), own.find(W + "ilvl")
            number = identity.get(VAL) if identity is not None else number
            level = depth.get(VAL) if depth is not None else level
        if not number or number == "0":
            return ""
        if level is None:
            return self.numbering.next_label(number, self.numbering.level_of_style(number, style))
        return self.numbering.next_label(number, int(level) if level.isascii() and level.isdigit() else 0)

    def _table(self, element: Any) -> RawTable:
        """A table with its merges resolved; a cell covered from above is not listed."""
        table = RawTable()
        above: dict[int, RawCell] = {}
        for row in _inner(element, _TR):
            properties = row.find(W + "trPr")
            if properties is not None and (
                properties.find(W + "del") is not None or flag(properties, "hidden")
            ):
                continue
            line: list[RawCell] = []
            column = _number(properties, "gridBefore", 0)
            for cell in _inner(row, _TC):
                column = self._add_cell(table, cell, column, line, above)
            table.rows.append(line)
        return table

    def _add_cell(
        self, table: RawTable, element: Any, column: int, line: list[RawCell], above: dict[int, RawCell]
    ) -> int:
        """Put one cell at ``column``, or lengthen the cell that it continues; gives the next column."""
        self.cells += 1
        if self.cells > self.limits.cells:
            raise OverLimit(
                "too_many_cells", f"表格过大：超过 {self.limits.cells} 格，已停止读取。请只保留报告本身再试。"
            )
        properties = element.find(W + "tcPr")
        width = _number(properties, "gridSpan", 1)
        if _merge(properties, "hMerge") == "continue" and line:
            line[-1].colspan += width
            return column + width
        vertical = _merge(properties, "vMerge")
        if vertical == "continue" and column in above:
            above[column].rowspan += 1
            return column + width
        cell = RawCell([], 1, width, column)
        before = len(cell.flow)
        self.add_all(element, cell.flow)
        table.nested += _nested(element) if len(cell.flow) > before else 0
        table.own += 1
        line.append(cell)
        above.pop(column, None)
        if vertical:
            above[column] = cell
        return column + width


def _texts(element: Any, boxes: list[Any]) -> Iterator[str]:
    """The printed text of a paragraph or run in order; text boxes found on the way are put into ``boxes``."""
    for child in element.iterchildren():
        tag = child.tag
        if tag == _R:
            properties = child.find(W + "rPr")
            if properties is None or not flag(properties, "vanish"):
                yield from _texts(child, boxes)
        elif tag == _T:
            yield child.text or ""
        elif tag in _THROUGH:
            yield from _texts(child, boxes)
        elif tag == W + "tab":
            yield "\t"
        elif tag in (W + "br", W + "cr"):
            yield "" if child.get(W + "type") in ("page", "column") else BREAK
        elif tag == W + "noBreakHyphen":
            yield "-"
        elif tag == W + "ruby":
            for base in child.iterchildren(W + "rubyBase"):
                yield from _texts(base, boxes)
        elif tag in (W + "drawing", W + "pict", W + "object", _COMPATIBLE + "AlternateContent"):
            boxes.extend(_boxes(child))


def _boxes(element: Any) -> list[Any]:
    """The outermost text boxes of a drawing; of two renderings of the same box only the first."""
    if element.tag == _BOX:
        return [element]
    found: list[Any] = []
    for child in element.iterchildren():
        if child.tag == _FALLBACK and found:
            continue
        inner = _boxes(child) if isinstance(child.tag, str) else []
        if child.tag == _CHOICE and found:
            continue
        found.extend(inner)
    return found


def _inner(element: Any, tag: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, also those wrapped in content controls or insertions."""
    for child in element.iterchildren():
        if child.tag == tag:
            yield child
        elif child.tag in _THROUGH:
            yield from _inner(child, tag)


def _nested(cell: Any) -> int:
    """The number of cells of the tables inside a cell."""
    return sum(1 for table in cell.iterchildren(_TBL) for _ in table.iter(_TC))


def _number(properties: Any, name: str, default: int) -> int:
    """A small number in a child of ``properties``; ``default`` where it is missing or absurd."""
    child = None if properties is None else properties.find(W + name)
    text = "" if child is None else child.get(VAL, "")
    value = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default
    return value if value <= _WIDEST else default


def _merge(properties: Any, name: str) -> str | None:
    """``restart``, ``continue`` (also where no value is given), or None where the cell is not merged."""
    child = None if properties is None else properties.find(W + name)
    if child is None:
        return None
    return "restart" if child.get(VAL) == "restart" else "continue"
