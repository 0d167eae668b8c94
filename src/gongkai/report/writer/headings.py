"""Which paragraph of a chapter is a heading of the second level, and which begins with one in its own line.

Source: GB/T 9704-2012, 7.3.3 (levels 一、 （一） 1. （1）; the second in 楷体).
"""

from __future__ import annotations

import re

_ASPECT = re.compile(r"^\s*[(（][一二三四五六七八九十]{1,3}[)）]")
_SENTENCE = re.compile(r"[。；，：]")
_LONGEST = 30
_TITLE_WIDTH = 20
"""Characters of 22 points that stand on one line of the type area."""


def title_lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of a title; one line that is too long is parted before the name of the report, not in a word.

    Source: GB/T 9704-2012, 7.3.1 (lines of a title keep words whole).
    """
    if len(lines) != 1 or len(lines[0]) <= _TITLE_WIDTH:
        return lines
    at = lines[0].rfind("政府信息公开")
    return (lines[0][:at].rstrip(), lines[0][at:]) if 0 < at <= _TITLE_WIDTH else lines


def is_heading(text: str) -> bool:
    """True for a short paragraph that begins with （一） and is no sentence."""
    return bool(_ASPECT.match(text)) and len(text) <= _LONGEST and not _SENTENCE.search(text)


def lead(text: str) -> str:
    """The heading at the head of a paragraph, up to its full stop; "" where there is none."""
    if not _ASPECT.match(text) or is_heading(text):
        return ""
    stop = text.find("。") + 1
    return text[:stop] if 0 < stop <= _LONGEST else ""
