"""Paragraphs of a PDF that our own writer made: there every paragraph is set in, so its lines can be joined.

In print from elsewhere a line that begins at the edge may be a line of its own, and the reader weighs how
full the line before it is. Ours says who made it, and only a line that runs on begins at the edge of the
type area (28 mm from the left, GB/T 9704-2012, 5.2.1), also on the next page.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from gongkai.report.reader.blocks import Item, Paragraph

EDGE = 28 / 25.4 * 72 + 2
"""Points from the left; what begins before it begins at the edge of the type area."""


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


def _latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()
