"""HTML to blocks: one walk over the tree that a browser would build (lexbor), however broken the markup.

Spans are restored, labels cut into many spans are joined, layout tables are taken apart, page
chrome and hidden parts are left out as far as structure tells (never a part that holds the tables
or most of the text).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile

from selectolax.lexbor import LexborHTMLParser, LexborNode

from gongkai.files.encodings import decode_counted
from gongkai.files.limits import Limits
from gongkai.files.nesting import refuse_deep
from gongkai.report.reader.blocks import Document, Grid
from gongkai.report.reader.flow import Flow, RawCell, RawTable, items_of
from gongkai.report.reader.html_embedded import embedded
from gongkai.report.reader.html_meta import metas_of, published_on, title_of
from gongkai.report.reader.normal import fold
from gongkai.report.reader.spacing import BREAK, PART
from gongkai.values.errors import OverLimit

INLINE, TEXT, BLOCK, BREAKS, TABLE, ROW, CELL, SKIP, CHROME, CAPTION, PRE = range(11)
_ROLES = {
    BLOCK: "p div section article main center blockquote ul ol li dl dt dd h1 h2 h3 h4 h5 h6 hr address "
    "figure figcaption fieldset details summary body hgroup legend",
    BREAKS: "br",
    TABLE: "table",
    ROW: "tr",
    CELL: "td th",
    SKIP: "script style template noscript iframe object select textarea button svg math head title audio "
    "video canvas datalist map del",
    CHROME: "nav header footer aside form dialog menu",
    CAPTION: "caption",
    PRE: "pre",
}
_SAMPLE = LexborHTMLParser(
    "<html><head></head><body>x<!--c-->"
    + "".join(
        f"<table><tr><{tag}></{tag}></tr></table>"
        if tag in ("td", "th")
        else "<table><caption></caption><tr><td></td></tr></table>"
        if tag in ("caption", "tr", "table")
        else f"<{tag}></{tag}>"
        for tags in _ROLES.values()
        for tag in tags.split()
    )
)


def _roles() -> dict[int, int]:
    """The parser's number of each tag to the part it plays here."""
    wanted = {tag: role for role, tags in _ROLES.items() for tag in tags.split()}
    wanted |= {"-text": TEXT, "-comment": SKIP}
    root = _SAMPLE.root
    assert root is not None  # noqa: S101  (the sample is a constant)
    found = {node.tag or "": node.tag_id for node in root.traverse(include_text=True)}
    return {found[tag]: role for tag, role in wanted.items() if tag in found}


ROLES = _roles()
_LEVELS = {node.tag_id: int((node.tag or "h0")[1]) for node in _SAMPLE.css("h1,h2,h3,h4,h5,h6")}
_INSIDE = {node.tag_id for node in _SAMPLE.css("article,main")}
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_MAY_HIDE = (
    "display:none",
    "display: none",
    "DISPLAY: none",
    "visibility",
    "VISIBILITY",
    "mso-hide",
    " hidden",
)
_FIRST_TABLE_TAG = re.compile(r"<(?:table|tbody|thead|tr|td|th)[\s>]", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_CAPTION_FROM_HEADING = 200
_MANY_CELLS = 30


def blocks(data: bytes | str, limits: Limits | None = None) -> Document:
    """The document of an HTML page or fragment.

    Raises OverLimit (``too_large``, ``too_deep``, ``too_many_cells``).
    """
    bounds = limits or Limits()
    bounds.check_size(len(data))
    notes: list[str] = []
    if isinstance(data, str):
        text = data
    else:
        decoded = decode_counted(data)
        text = decoded.text
        if decoded.replaced:
            notes.append(f"有 {decoded.replaced} 个字符无法辨认，原文编码可能有误。")
    refuse_deep(text, bounds)
    first = _FIRST_TABLE_TAG.search(text)
    if first and first.group().lower()[:6] != "<table":
        text = "<table>" + text  # a fragment cut out of a table: without this the parser drops rows and cells
    tree = LexborHTMLParser(text)
    body = tree.body
    items = items_of(_Walk(text, bounds).flow_of(body)) if body is not None else []
    shown = "".join(item.text for item in items if not isinstance(item, Grid))
    hidden = embedded(text) if not any(isinstance(item, Grid) for item in items) else None
    if hidden is not None and len(shown) * 2 < len(_TAG.sub("", hidden)):
        inner = blocks(hidden, bounds)
        items, notes = inner.items, [*notes, *inner.notes, "报告正文写在网页的脚本或者文本框里，已取出读取。"]
    for number, item in enumerate(items, 1):
        item.line = number
    named = metas_of(tree, text)
    return Document("html", items, title_of(tree, named), published_on(tree, named, text, items), notes=notes)


class _Walk:
    """The state of one walk: the open flow, the open tables, and what must be shut again on the way up."""

    def __init__(self, source: str, limits: Limits) -> None:
        self._limits = limits
        self._hiding = any(word in source for word in _MAY_HIDE)
        self._flow: Flow = []
        self._tables: list[RawTable] = []
        self._spans: dict[int, tuple[int, int]] = {}
        self._cells = 0
        self._total = -1
        self._inside = 0
        self._pre = 0
        self._root: LexborNode | None = None

    def flow_of(self, root: LexborNode) -> Flow:  # noqa: PLR0912  (one flat dispatch, the hot loop)
        """Walk all below ``root``, without recursion (depth is the enemy's choice)."""
        self._root = root
        for cell in root.css("[rowspan],[colspan]"):
            attributes = cell.attrs
            self._spans[cell.mem_id] = (
                _span(attributes.sget("rowspan")),
                _span(attributes.sget("colspan")) or 1,
            )
        flow, roles, hiding, levels = self._flow, ROLES, self._hiding, _LEVELS
        open_nodes: list[tuple[LexborNode, Callable[[], None] | int | None]] = []
        node = root.first_child
        while True:
            if node is None:
                if not open_nodes:
                    return flow
                closed, leave = open_nodes.pop()
                if leave == 0:
                    flow.append(0)
                elif leave is not None:
                    leave()  # type: ignore[operator]
                    flow = self._flow
                node = closed.next
                continue
            tag = node.tag_id
            role = roles.get(tag, INLINE)
            if role == TEXT:
                flow.append(self._text(node) if self._pre else (node.text_content or ""))
                node = node.next
            elif role == BREAKS:
                flow.append(BREAK)
                node = node.next
            elif (
                role == SKIP
                or (hiding and self._hidden(node))
                or (role == CHROME and self._chrome(node))
                or (role == CAPTION and self._repeats(node))
            ):
                node = node.next
            elif role == INLINE:
                open_nodes.append((node, None))
                node = node.first_child
            elif role == BLOCK and tag not in _INSIDE:
                flow.append(levels.get(tag, 0))
                open_nodes.append((node, 0))
                node = node.first_child
            elif role == CELL and not hiding and self._simple_cell(node):
                node = node.next
            else:
                open_nodes.append((node, self._enter(role, tag, node)))
                flow = self._flow
                node = node.first_child

    def _text(self, node: LexborNode) -> str:
        return (node.text_content or "").replace("\r\n", "\n").replace("\n", PART)

    def _hidden(self, node: LexborNode) -> bool:
        """Hidden by attribute or own style, and not the report itself."""
        attributes = node.attrs
        style = attributes.sget("style", "")
        if "hidden" not in attributes and not (style and _HIDING.search(style)):
            return False
        return not self._is_report(node)

    def _chrome(self, node: LexborNode) -> bool:
        """Navigation, heads, feet and forms, unless they stand inside the article or hold the report."""
        return not self._inside and not self._is_report(node)

    def _repeats(self, caption: LexborNode) -> bool:
        """True for the caption of a table that only says the heading of its chapter once more."""
        before = self._flow[-_CAPTION_FROM_HEADING:]
        said = fold(caption.text_lexbor())
        headings = (i for i, part in enumerate(before) if isinstance(part, int) and part)
        return bool(said) and any(said == fold(_text_after(before, at)) for at in headings)

    def _is_report(self, node: LexborNode) -> bool:
        """True where a part holds a table of some size or half of all text."""
        if self._total < 0 and self._root is not None:
            self._total = len(self._root.text_lexbor())
        return len(node.text_lexbor()) * 2 > self._total or len(node.css("td")) >= _MANY_CELLS

    def _enter(self, role: int, tag: int, node: LexborNode) -> Callable[[], None] | None:
        """Open an element; gives what to do when it is left."""
        if role in (BLOCK, CHROME):
            if tag in _INSIDE:
                self._inside += 1
            self._flow.append(_LEVELS.get(tag, 0))
            return self._leave_article if tag in _INSIDE else self._leave_block
        if role == CELL:
            return self._enter_cell(node)
        if role == ROW:
            if self._tables:
                self._tables[-1].rows.append([])
            return None
        if role == TABLE:
            self._flow.append(0)
            self._tables.append(RawTable())
            return self._leave_table
        if role == PRE:
            self._pre += 1
            self._flow.append(0)
            return self._leave_pre
        self._flow.append(0)
        return self._leave_block

    def _new_cell(self, node: LexborNode) -> RawCell | None:
        """A cell put into the open row; None where there is no row."""
        if not self._tables or not self._tables[-1].rows:
            return None
        self._cells += 1
        if self._cells > self._limits.cells:
            raise OverLimit(
                "too_many_cells",
                f"表格过大：超过 {self._limits.cells} 格，已停止读取。请只保留报告本身再试。",
            )
        cell = RawCell([], *self._spans.get(node.mem_id, (1, 1)))
        table = self._tables[-1]
        table.rows[-1].append(cell)
        table.own += 1
        return cell

    def _simple_cell(self, node: LexborNode) -> bool:
        """The short way for a cell with nothing or one text, however wrapped; True where it was taken."""
        inner = node.first_child
        while inner is not None:
            if inner.next is not None:
                return False
            tag = inner.tag_id
            role = ROLES.get(tag, INLINE)
            if role == TEXT:
                break
            if role not in (INLINE, BLOCK) or tag in _INSIDE:
                return False
            inner = inner.first_child
        cell = self._new_cell(node)
        if cell is not None and inner is not None and not self._pre:
            cell.flow.append(inner.text_content or "")
            return True
        return cell is not None and inner is None

    def _enter_cell(self, node: LexborNode) -> Callable[[], None] | None:
        cell = self._new_cell(node)
        if cell is None:
            return None
        before, self._flow = self._flow, cell.flow

        def leave() -> None:
            self._flow = before

        return leave

    def _leave_block(self) -> None:
        self._flow.append(0)

    def _leave_article(self) -> None:
        self._inside -= 1
        self._flow.append(0)

    def _leave_pre(self) -> None:
        self._pre -= 1
        self._flow.append(0)

    def _leave_table(self) -> None:
        table = self._tables.pop()
        self._flow.append(table.close())
        if self._tables:
            self._tables[-1].nested += table.own + table.nested


def _text_after(flow: Flow, at: int) -> str:
    """The text that follows a mark in a flow, up to the next mark."""
    return "".join(
        part for part in takewhile(lambda p: isinstance(p, str), flow[at + 1 :]) if isinstance(part, str)
    )


def _span(declared: str | None) -> int:
    """A span as browsers read it: leading digits, at most 65534; 1 where none is given, 0 is to the end."""
    if not declared:
        return 1
    digits = re.match(r"\s*(\d{1,6})", declared)
    return min(int(digits.group(1)), 65_534) if digits else 1
