"""Page numbers and running heads: lines of the page, not of the report."""

from __future__ import annotations

import re
from collections import Counter

from gongkai.report.reader.pdf_leaf import Leaf
from gongkai.report.reader.pdf_lines import Line

MARGIN = 0.15
"""Share of the page's height at its top and foot in which furniture stands."""

OFTEN = 3
"""A head or foot on so many pages is a running one."""

_DASH = r"[-—–―－─~～·•\s]"
_NUMBER = re.compile(rf"^{_DASH}*第?\s*(?P<n>[0-9０-９]{{1,4}}|[ivxIVX]{{1,6}})\s*页?{_DASH}*$")
_OF = re.compile(rf"^{_DASH}*第?\s*\d{{1,4}}\s*页?\s*[,，/／]?\s*共?\s*\d{{1,4}}\s*页?{_DASH}*$")
_MARKED = re.compile(rf"第|页|/|／|^{_DASH}*[-—–―－─~～·•]|[-—–―－─~～·•]{_DASH}*$")


def drop_furniture(leaves: list[Leaf]) -> None:
    """Take page numbers and repeated heads and feet out of the pages' lines, in place."""
    edge = [_edge_lines(leaf) for leaf in leaves]
    repeated = Counter(key for found in edge for key in {_key(leaf_line) for leaf_line in found})
    bare = _counted(edge, leaves)
    for leaf, found in zip(leaves, edge, strict=True):
        gone = {
            id(line)
            for line in found
            if _is_number(line.text, bare, leaf.sheet.number) or repeated[_key(line)] >= OFTEN
        }
        if gone:
            leaf.lines = [line for line in leaf.lines if id(line) not in gone]


def _edge_lines(leaf: Leaf) -> list[Line]:
    """Lines in the margins, with no table between them and the edge of the page."""
    height = leaf.sheet.height
    top = min([MARGIN * height, *(t.ys[0] for t in leaf.tables)])
    foot = max([(1 - MARGIN) * height, *(t.ys[-1] for t in leaf.tables)])
    return [line for line in leaf.lines if line.middle < top or line.middle > foot]


def _key(line: Line) -> tuple[str, int]:
    return (line.text, round(line.middle / 4))


def _counted(edge: list[list[Line]], leaves: list[Leaf]) -> int | None:
    """By how much bare numbers in the margins differ from the page's own number; None where they do not
    count pages.
    """
    offsets: Counter[int] = Counter()
    for leaf, found in zip(leaves, edge, strict=True):
        offsets.update(
            {int(line.text) - leaf.sheet.number for line in found if line.text.strip().isdecimal()}
        )
    if not offsets:
        return None
    offset, pages = offsets.most_common(1)[0]
    return offset if pages >= 2 or (len(leaves) == 1 and offset == 0) else None


def _is_number(text: str, bare: int | None, page: int) -> bool:
    if text.strip().isdecimal():
        return bare is not None and int(text) - page == bare
    text = text.replace("\t", " ")
    return bool(_MARKED.search(text) and (_NUMBER.match(text) or _OF.match(text)))
