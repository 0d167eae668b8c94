"""Places in the source that are to be marked, and the ids they get once overlaps are settled.

A mark asks for a stretch of words (or a whole block or cell); :func:`settled` finds the words in the
text of the block as read, which may differ from a chapter's text in white space, and lets the graver
of two overlapping marks stand. Whoever asked learns from :attr:`Settled.ids` where to jump.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from gongkai.report.document import Chapter, Place
from gongkai.report.reader.blocks import Document, Grid
from gongkai.web.portal.anchors import block_id, source_cell_id

Target = tuple[int, int | None, int | None]
"""(block, row, cell); row and cell None for a paragraph or a whole table."""

LEVELS = ("error", "warning", "notice", "differs", "agrees", "said")
"""From the gravest; the last three mark figures told in prose."""
NEXT_BLOCKS = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """What is asked for: a key to ask back with, where, which words (empty: all), near which offset."""

    key: str
    level: str
    href: str
    target: Target = (0, None, None)
    words: str = ""
    near: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """A marked stretch ``[start, end)`` of a target's text."""

    start: int
    end: int
    level: str
    id: str
    href: str


@dataclass(slots=True)
class Settled:
    """Runs by target, levels of targets marked as a whole (with what they link to), and the id for
    each key.
    """

    runs: dict[Target, list[Run]] = field(default_factory=dict)
    whole: dict[Target, tuple[str, str]] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)


def target_id(target: Target) -> str:
    """The id of a block or a cell of the source."""
    block, row, cell = target
    return block_id(block) if row is None or cell is None else source_cell_id(block, row, cell)


def target_of(place: Place | None, document: Document) -> Target | None:
    """The target of a place, None where the place names no block of this document."""
    if place is None or place.block is None or not 0 <= place.block < len(document.items):
        return None
    item = document.items[place.block]
    if isinstance(item, Grid) and place.row is not None and place.cell is not None:
        inside = place.row < len(item.rows) and place.cell < len(item.rows[place.row])
        return (place.block, place.row, place.cell) if inside else (place.block, None, None)
    return (place.block, None, None)


def span_mark(mark: Mark, chapter: Chapter, span: tuple[int, int], document: Document) -> Mark | None:
    """The mark, put on a span of a chapter's text; None where its place is not known."""
    target = target_of(chapter.place_at(span[0]), document)
    if target is None:
        return None
    starts = [start for start, _ in chapter.places if start <= span[0]]
    near = span[0] - (starts[-1] if starts else 0)
    return replace(mark, target=target, words=chapter.text[span[0] : span[1]], near=near)


def text_of(target: Target, document: Document) -> str:
    """The text of a paragraph or a cell; a whole table has none."""
    block, row, cell = target
    item = document.items[block]
    if not isinstance(item, Grid):
        return item.text
    return item.rows[row][cell].text if row is not None and cell is not None else ""


def found_at(words: str, text: str, near: int) -> tuple[int, int] | None:
    """Where the words stand in the text, white space aside, nearest to an offset."""
    bare = re.sub(r"\s", "", words)
    if not bare:
        return None
    pattern = r"\s*".join(map(re.escape, bare))
    spans = [m.span() for m in re.finditer(pattern, text)]
    return min(spans, key=lambda s: abs(s[0] - near), default=None)


def _located(mark: Mark, document: Document) -> tuple[Target, tuple[int, int] | None]:
    """The mark's words in its own target, else in one of the next blocks; no span where they are nowhere."""
    if not mark.words:
        return mark.target, None
    span = found_at(mark.words, text_of(mark.target, document), mark.near)
    if span or mark.target[1] is not None:
        return mark.target, span
    for block in range(mark.target[0] + 1, min(mark.target[0] + NEXT_BLOCKS, len(document.items))):
        span = found_at(mark.words, text_of((block, None, None), document), 0)
        if span:
            return (block, None, None), span
    return mark.target, None


def settled(marks: Iterable[Mark], document: Document) -> Settled:
    """Every mark in its place, the gravest first where they meet."""
    out = Settled()
    for mark in sorted(marks, key=lambda m: LEVELS.index(m.level)):
        target, span = _located(mark, document)
        if span is None:
            out.whole.setdefault(target, (mark.level, mark.href))
            out.ids[mark.key] = target_id(target)
            continue
        runs = out.runs.setdefault(target, [])
        over = next((r for r in runs if r.start < span[1] and span[0] < r.end), None)
        if over is None:
            over = Run(span[0], span[1], mark.level, mark.key, mark.href)
            runs.append(over)
        out.ids[mark.key] = over.id
    for runs in out.runs.values():
        runs.sort(key=lambda r: r.start)
    return out


def only_shown(ids: Mapping[str, str], shown: set[str]) -> dict[str, str]:
    """The ids that stand on the page; a source that was cut has fewer."""
    return {key: value for key, value in ids.items() if value in shown}
