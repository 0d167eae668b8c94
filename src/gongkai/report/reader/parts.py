"""Several reports in one file: side by side (lanes), or one after the other."""

from __future__ import annotations

import re
from itertools import pairwise

from gongkai.report.reader.blocks import Document, Grid, Item, Paragraph
from gongkai.report.reader.labels import chapter_titles
from gongkai.report.reader.normal import fold

_YEAR = re.compile(r"(20\d\d)\s*年")
_CAPTION = re.compile(r"^\s*(20\d\d)\s*年度?\s*(?:报告|数据)?\s*$")
_SAMPLE = 2000
Indexed = tuple[int, Item]
_LEAST_CHAPTERS = 3
_LEAST_TEXT = 20
"""A list of the six headings alone (a navigation) is no report."""


def parts_of(document: Document) -> list[list[Indexed]]:
    """The items of each report in the file, each with its index in the document, in reading order."""
    items = list(enumerate(document.items))
    lanes = sorted({item.lane for _, item in items if item.lane is not None})
    if len(lanes) > 1:
        years = {lane: _year([item for _, item in items if item.lane == lane]) for lane in lanes}
        captioned = _captions(items)
        split = [
            [
                (i, x)
                for i, x in items
                if x.lane == lane or (x.lane is None and captioned.get(i) in (None, years[lane]))
            ]
            for lane in lanes
        ]
        return [part for lane in split for part in _in_sequence(lane)]
    return _in_sequence(items)


def _year(items: list[Item]) -> str | None:
    """The year that a lane speaks of first."""
    text = "".join(item.text for item in items if isinstance(item, Paragraph))[:_SAMPLE]
    found = _YEAR.search(text)
    return found[1] if found else None


def _captions(items: list[Indexed]) -> dict[int, str]:
    """Grids across all lanes that stand under a caption of one year (2023年报告), by index."""
    out: dict[int, str] = {}
    year: str | None = None
    for index, item in items:
        if isinstance(item, Paragraph):
            caption = _CAPTION.match(item.text)
            year = caption[1] if caption else None
        elif year is not None and item.lane is None:
            out[index] = year
    return out


def _in_sequence(items: list[Indexed]) -> list[list[Indexed]]:
    """Cut where chapter one comes again after several other chapters have gone by."""
    starts: list[int] = []
    seen: set[str] = set()
    told: set[str] = set()
    current = ""
    for position, (_, item) in enumerate(items):
        number = _chapter(item)
        if number is None:
            if isinstance(item, Grid) or len(item.text) >= _LEAST_TEXT:
                told.add(current)
            continue
        if number == "1" and (not starts or (len(told) > 1 and len(seen) >= _LEAST_CHAPTERS)):
            starts.append(_with_title(items, position, starts))
            seen, told = set(), set()
        elif number == "1" and len(seen) >= _LEAST_CHAPTERS:
            seen, told = set(), set()
        current = number
        seen.add(number)
    if len(starts) < 2:
        return [items]
    bounds = [0, *starts[1:], len(items)]
    return [items[a:b] for a, b in pairwise(bounds)]


def _chapter(item: Item) -> str | None:
    if not isinstance(item, Paragraph) or len(item.text) > 40:
        return None
    return chapter_titles("2021").exact(fold(item.text))


def _with_title(items: list[Indexed], position: int, starts: list[int]) -> int:
    """Step back over the lines of the title and preamble that stand before chapter one."""
    if not starts:
        return position
    for back in range(position - 1, max(starts[-1], position - 12), -1):
        item = items[back][1]
        if isinstance(item, Grid):
            break
        if "年度报告" in item.text.replace(" ", "") and len(item.text) <= 60:
            return max(back - (1 if len(item.text) < 12 else 0), starts[-1] + 1)
    return position
