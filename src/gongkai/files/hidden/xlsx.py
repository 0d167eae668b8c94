"""Hidden data of XLSX: sheets, rows, columns, unseen cells, caches, models, links, names, comments."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from gongkai.files.archives import damaged
from gongkai.files.hidden.hit import Hit, Inner
from gongkai.files.hidden.parts import Package, attribute, local, shared_hits, text_of
from gongkai.files.limits import Limits
from gongkai.values.errors import OverLimit

_NARROW = 0.6
"""Width in characters below which a column shows nothing."""
_LOW = 2.0
"""Height in points below which a row shows nothing."""
_NOTHING = re.compile(r"[;\s]*;;[;\s]*")
_TRUE = ("1", "true")


def hits(data: bytes, limits: Limits, inner: Inner, *, rows_borne: int = 0) -> Iterator[Hit]:
    """The hits of a workbook; raises Refused or OverLimit.

    Up to ``rows_borne`` hidden rows with content in the whole book are only a notice. WhatDoTheyKnow bears
    50 in what strangers send it; an office looks into its own file before it leaves, so the default is none.
    """
    package = Package(data, limits)
    package.refuse_unless("xl/workbook.xml", "workbook")
    unseen = _unseen_styles(package)
    rows = 0
    sheets: list[Hit] = []
    words: list[str] = []
    places = _places(package)
    for part in package.below(r"xl/(work|chart|dialog)sheets/[^/]+\.xml"):
        found = _sheet(package.archive.read(part), unseen, limits)
        rows += found.rows
        words += found.words
        sheets += found.hits(places.get(part, ""))
    yield from (Hit(h.kind, h.place, h.count, h.kind == "hidden_row" and rows <= rows_borne) for h in sheets)
    yield from _workbook(package)
    yield from _side_parts(package)
    words += [text_of(package.xml(p)) for p in package.below(r"xl/sharedStrings\.xml")]
    yield from shared_hits(package, "".join(words), inner)


def _places(package: Package) -> dict[str, str]:
    """For each sheet's part the place of the sheet in the book, counted from 1 with the hidden ones."""
    out = {}
    for book in package.below(r"xl/workbook\.xml"):
        targets = package.by_id(book)
        for number, one in enumerate(package.xml(book).iter("{*}sheet"), 1):
            out[targets.get(attribute(one, "id"), "")] = f"第{number}张工作表"
    return out


def _workbook(package: Package) -> Iterator[Hit]:
    for part in package.below(r"xl/workbook\.xml"):
        for number, one in enumerate(package.xml(part).iter("{*}sheet"), 1):
            if one.get("state") in ("hidden", "veryHidden"):
                yield Hit("hidden_sheet", f"第{number}张工作表处")
        for one in package.xml(part).iter("{*}definedName"):
            if not one.get("name", "").startswith("_xlnm."):
                yield Hit("defined_name")


def _side_parts(package: Package) -> Iterator[Hit]:
    """What stands beside the sheets."""
    if package.below(r"xl/pivotCache/pivotCache(Records|Definition)\d*\.xml"):
        yield Hit("pivot_cache")
    if package.below(r"xl/model/.*"):
        yield Hit("data_model")
    if package.below(r"xl/connections\.xml", r"xl/queryTables/.*"):
        yield Hit("data_connection")
    for part in package.below(r"xl/externalLinks/[^/]+\.xml"):
        kept = any(local(one) == "v" for one in package.xml(part).iter())
        yield Hit("external_link")
        if kept:
            yield Hit("stray_part", "外部链接的缓存")
    for part in package.below(r"xl/(.*/)?(comments?|threadedComment)\d*\.xml"):
        if count := sum(local(one) in ("comment", "threadedComment") for one in package.xml(part).iter()):
            yield Hit("comment", count=count)


def _white(color: Any, background: bool = False) -> bool:
    """White as a colour of letters; as a background also none at all."""
    if color is None:
        return background
    rgb, theme, indexed = color.get("rgb", ""), color.get("theme"), color.get("indexed")
    return (
        rgb.upper().endswith("FFFFFF")
        or theme == "0"
        or indexed in (("9", "1", "64") if background else ("9", "1"))
    )


def _unseen_styles(package: Package) -> set[int]:
    """The numbers of the cell styles whose text is white on white, or whose number format shows nothing."""
    out: set[int] = set()
    for part in package.below(r"xl/styles\.xml"):
        root = package.xml(part)
        fonts = [_white(one.find("{*}color")) for one in root.iterfind("{*}fonts/{*}font")]
        fills = [_pale(one) for one in root.iterfind("{*}fills/{*}fill")]
        formats = root.iterfind("{*}numFmts/{*}numFmt")
        silent = {one.get("numFmtId") for one in formats if _NOTHING.fullmatch(one.get("formatCode", ""))}
        for number, one in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
            font, fill = int(one.get("fontId", 0)), int(one.get("fillId", 0))
            white = font < len(fonts) and fonts[font] and fill < len(fills) and fills[fill]
            if white or one.get("numFmtId") in silent:
                out.add(number)
    return out


def _pale(fill: Any) -> bool:
    pattern = fill.find("{*}patternFill")
    if pattern is None or pattern.get("patternType", "none") == "none":
        return pattern is not None
    return pattern.get("patternType") == "solid" and _white(pattern.find("{*}fgColor"), background=True)


@dataclass(slots=True)
class _Sheet:
    """What was counted on one sheet."""

    hidden: list[tuple[int, int]] = field(default_factory=list)
    narrow: list[tuple[int, int]] = field(default_factory=list)
    columns: set[int] = field(default_factory=set)
    rows: int = 0
    unseen: int = 0
    words: list[str] = field(default_factory=list)

    def hits(self, place: str) -> list[Hit]:
        """The counts as hits."""
        counts = {"hidden_row": self.rows, "hidden_column": len(self.columns), "invisible_value": self.unseen}
        return [Hit(kind, place, count) for kind, count in counts.items() if count]

    def column(self, one: Any) -> None:
        """Note a range of columns that is hidden or too narrow."""
        span = (int(one.get("min", 1)), int(one.get("max", 1)))
        if one.get("hidden") in _TRUE:
            self.hidden.append(span)
        elif float(one.get("width", 9)) < _NARROW:
            self.narrow.append(span)

    def row(self, row: Any, unseen: set[int]) -> None:
        """Count a row, its cells with content, and what of them does not show."""
        cells = [cell for cell in row if _holds(cell)]
        self.words += [text_of(cell) for cell in cells if cell.get("t") == "inlineStr"]
        if not cells:
            return
        if row.get("hidden") in _TRUE:
            self.rows += 1
        elif row.get("ht") and float(row.get("ht")) < _LOW:
            self.unseen += 1
        for at, cell in enumerate(cells, 1):
            number = _column(cell.get("r", ""), at)
            if any(low <= number <= high for low, high in self.hidden):
                self.columns.add(number)
            elif any(low <= number <= high for low, high in self.narrow) or int(cell.get("s", 0)) in unseen:
                self.unseen += 1


def _holds(cell: Any) -> bool:
    """Whether the cell holds a value, a text or a formula."""
    return any(local(one) in ("v", "f", "is") and text_of(one).strip() for one in cell)


def _column(reference: str, otherwise: int) -> int:
    letters = re.match(r"[A-Z]{1,3}", reference)
    number = 0
    for letter in letters[0] if letters else "":
        number = number * 26 + ord(letter) - 64
    return number or otherwise


def _sheet(data: bytes, unseen: set[int], limits: Limits) -> _Sheet:
    """Read row by row: a sheet as one tree would take many times its size."""
    found, rows = _Sheet(), 0
    try:
        steps = etree.iterparse(
            io.BytesIO(data),
            tag=("{*}col", "{*}row"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
        )
        for _, one in steps:
            if one.getroottree().docinfo.doctype:  # a document type could make letters out of nothing
                raise damaged()
            if local(one) == "col":
                found.column(one)
                continue
            rows += len(one)
            if rows > limits.cells * 10:
                raise OverLimit("too_many_cells", "表格过大，无法检查隐藏内容。请拆分后再试。")
            found.row(one, unseen)
            one.clear(keep_tail=False)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(error) from error
    return found
