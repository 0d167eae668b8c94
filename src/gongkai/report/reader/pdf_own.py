"""A PDF that our own writer made: every paragraph in it is set in, so its lines can be joined.

In print from elsewhere a line that begins at the edge may be a line of its own, and the reader weighs how
full the line before it is. Ours says who made it, and only a line that runs on begins at the edge of the
type area (28 mm from the left, GB/T 9704-2012, 5.2.1), also on the next page. A blank that the file holds is
one in print, while in other files blanks also spread full-width characters over a justified line. The day of
publication stands in the description of the file.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace

from gongkai.report.printed import PUBLISHED
from gongkai.report.reader.blocks import Item, Paragraph
from gongkai.report.reader.pdf_leaf import Leaf

FOOT = (297 - 35) / 25.4 * 72
"""Points from the top; where the type area ends (GB/T 9704-2012, 5.2.1)."""
_PUBLISHED = re.compile(rf"{PUBLISHED}：(\d{{4}}-\d{{2}}-\d{{2}})。")
EDGE = 28 / 25.4 * 72 + 2
"""Points from the left; what begins before it begins at the edge of the type area."""


def drop_feet(leaves: list[Leaf]) -> None:
    """Take what stands below the type area, the page numbers, out of the pages' lines, in place.

    Nothing else goes: a line of text that looks like a page number, or comes again on every page, is text.
    """
    for leaf in leaves:
        leaf.lines = [line for line in leaf.lines if line.middle < FOOT]


def joined(items: list[Item], at_edge: Container[int]) -> list[Item]:
    """The items with every line of ``at_edge`` (ids) joined to the line before it.

    A space at which a line was parted stands between two Latin letters or figures and nowhere else.
    """
    out: list[Item] = []
    for item in items:
        last = out[-1] if out else None
        if isinstance(item, Paragraph) and isinstance(last, Paragraph) and id(item) in at_edge:
            between = " " if _latin(last.text[-1:]) and _latin(item.text[:1]) else ""
            out[-1] = replace(last, text=last.text + between + item.text, broken=False)
            continue
        out.append(replace(item, broken=False) if isinstance(item, Paragraph) else item)
    return out


def published_on(description: str) -> str | None:
    """The day as ``YYYY-MM-DD`` that the description of the file gives, None where it gives none."""
    match = _PUBLISHED.match(description)
    return match[1] if match else None


def _latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()
