"""What an HTML page says of itself: its title and the day it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from gongkai.press.marks import MADE_BY
from gongkai.report.reader.blocks import Grid, Item
from gongkai.report.reader.spacing import tidy

_DATES = ("pubdate", "publishtime", "publishdate", "article:published_time", "publicationdate")
_LABEL = re.compile(r"(?:发布|公开|发文|公布|生成|成文)(?:时间|日期)|发布于")
_LABELLED = re.compile(
    rf"(?:{_LABEL.pattern})\s*[:：]?\s*(\d{{4}})\s*[-/.年]\s*(\d{{1,2}})\s*[-/.月]\s*(\d{{1,2}})"
)
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")
_WORDS = ("时间", "日期", "发布于")
_HEAD_ROWS = 8
_FIRST_CHOICE = ("发布", "公开", "公布")


def title_of(tree: LexborHTMLParser, named: dict[str, str]) -> str | None:
    """The title: what the metadata call the article, else the title of the page, else its first heading."""
    if title := tidy(named.get("articletitle", "")):
        return title
    for selector in ("title", "h1"):
        node = tree.css_first(selector)
        if node is not None and (title := tidy(node.text_lexbor())):
            return title
    return None


def published_on(tree: LexborHTMLParser, named: dict[str, str], source: str, items: list[Item]) -> str | None:
    """The day of publication as ``YYYY-MM-DD``: metadata, a tag of the editing system, or a labelled date.

    A page that our own writer made has it in the metadata or has none: dates in its text are of the text.
    """
    for name in _DATES:
        if day := _iso(_DATE.search(named.get(name, ""))):
            return day
    if named.get("generator") == MADE_BY:
        return None
    if "<publishtime" in source:
        node = tree.css_first("publishtime")
        if node is not None and (day := _iso(_DATE.search(node.text_lexbor()))):
            return day
    found = list(_labelled(items))
    for label, day in found:
        if label.startswith(_FIRST_CHOICE):
            return day
    return found[0][1] if found else None


def metas_of(tree: LexborHTMLParser, source: str) -> dict[str, str]:
    """Names (lower case) and contents of the meta elements; the first of a name counts."""
    named: dict[str, str] = {}
    if "<meta" not in source and "<META" not in source:
        return named
    for node in tree.css("meta"):
        attributes = node.attrs
        name = attributes.sget("name", "") or attributes.sget("property", "")
        if name:
            named.setdefault(name.lower(), attributes.sget("content", "") or "")
    return named


def _labelled(items: list[Item]) -> Iterator[tuple[str, str]]:
    """Labelled dates in paragraphs, and in grids where the label has a cell of its own."""
    for item in items:
        if isinstance(item, Grid):
            texts = [" ".join(cell.text for cell in row) for row in item.rows[:_HEAD_ROWS]]
        else:
            texts = [item.text]
        for text in texts:
            if not any(word in text for word in _WORDS):
                continue
            match = _LABELLED.search(text)
            day = _iso(match)
            if match and day:
                yield match.group(), day


def _iso(match: re.Match[str] | None) -> str | None:
    """The date of a match as ISO text, None where the numbers are no date."""
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups())
    if 1990 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31:
        return f"{year:04d}-{month:02d}-{day:02d}"
    return None
