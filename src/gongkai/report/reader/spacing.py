"""White space as a reader of print sees it: what the markup adds is taken out, what is printed stays.

Zero-width characters, soft hyphens and bidirectional controls go; hard blanks become plain ones; a
run of blanks is one blank; a line end of the *source* between two Chinese characters is nothing at
all. Ideographic blanks stay between characters. ``BREAK`` and ``PART`` are the marks that format
modules put for a printed line break and for the end of a paragraph.
"""

from __future__ import annotations

import re

BREAK = "\x0b"
PART = "\x0c"
_WIDE = "\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_UNSEEN = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00]")
_WRAPPED = re.compile(f"(?<=[{_WIDE}])[ \t]*[\r\n]+[ \t\r\n]*(?=[{_WIDE}])")
_BLANKS = re.compile("[ \t\r\n\u00a0\u2000-\u200a\u202f\u205f]+")
_SPECIAL = re.compile(
    "[\t\r\n\u00a0\u2000-\u200a\u202f\u205f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00]|  "
)
_MARKS = re.compile(f"[{BREAK}{PART}]")


def tidy(text: str) -> str:
    """``text`` with its white space settled; marks of either kind become ``\\n``, empty lines go."""
    if text.isalnum():
        return text
    text = settle(text)
    if BREAK in text or PART in text:
        lines = [line.strip() for line in _MARKS.split(text)]
        return "\n".join(line for line in lines if line)
    return text


def settle(text: str) -> str:
    """White space settled, marks left where they are."""
    if not _SPECIAL.search(text):
        return text.strip()
    text = _UNSEEN.sub("", text)
    if "\n" in text or "\r" in text:
        text = _WRAPPED.sub("", text)
    return _BLANKS.sub(" ", text).strip()
