"""Chinese text in lines of a terminal: how wide it is, and where a line may end."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

_CLOSING = "，。、；：！？）》〉”’」』】…"
_PIECES = re.compile(
    rf"(?:[(（《〈“‘「『【]*(?:第 \d+ .|[0-9A-Za-z.,%/_-]+(?: [\u4e00-\u9fff])?|.))[{_CLOSING}]*", re.DOTALL
)
"""What stays together on a line: a number with its unit, a run of letters, or one character, with marks."""


def columns(text: str) -> int:
    """How many columns of a terminal the text takes; a Chinese character takes two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def fold(text: str, width: int) -> str:
    """The text in lines of at most ``width`` columns; no line begins with a closing mark, no number is
    cut.
    """
    lines: list[str] = []
    line = ""
    for piece in _PIECES.findall(text):
        if line and columns(line + piece) > width:
            lines.append(line)
            line = piece.lstrip(" ")
        else:
            line += piece
    return "\n".join([*lines, line])


def indented(text: str, width: int, by: int = 4) -> str:
    """The text folded, every line moved in."""
    return "\n".join(" " * by + line for line in fold(text, width - by).split("\n"))
