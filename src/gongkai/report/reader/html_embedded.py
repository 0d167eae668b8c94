"""Markup that a page carries as text: in a textarea, a template, or a string of its script.

Some sites write the report into the page by script. Nothing is run; the text is taken out and unescaped, and
only where the page itself shows no table.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_TEXTAREA = re.compile(r"<textarea\b[^>]*>(.*?)</textarea", re.IGNORECASE | re.DOTALL)
_TEMPLATE = re.compile(
    r"<(?:script\b[^>]*\btype\s*=\s*[\"']?text/(?:x-)?(?:template|html)[^>]*|template\b[^>]*)>(.*?)</(?:script|template)",
    re.IGNORECASE | re.DOTALL,
)
_SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script", re.IGNORECASE | re.DOTALL)
_STRING = re.compile(r"\"((?:[^\"\\]|\\.)*+)\"|'((?:[^'\\]|\\.)*+)'", re.DOTALL)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
_NAMED = {"n": "\n", "r": "\n", "t": "\t", "b": " ", "f": " ", "v": " "}
_TABLE = re.compile(r"<table\b", re.IGNORECASE)


def embedded(text: str) -> str | None:
    """The longest piece of markup with a table that the page carries as text; None where there is none."""
    found = [piece for piece in _pieces(text) if _TABLE.search(piece)]
    return max(found, key=len, default=None)


def _pieces(text: str) -> Iterator[str]:
    for area in _TEXTAREA.finditer(text):
        yield html.unescape(area[1])
    for template in _TEMPLATE.finditer(text):
        yield html.unescape(template[1])
    for script in _SCRIPT.finditer(text):
        for literal in _STRING.finditer(script[1]):
            body = literal[1] or literal[2] or ""
            if "<" in body or "&lt;" in body or "\\u003c" in body.lower():
                yield html.unescape(_ESCAPE.sub(_plain, body))


def _plain(escape: re.Match[str]) -> str:
    code = escape[1]
    if len(code) > 1:
        return chr(int(code[1:], 16))
    return _NAMED.get(code, code)
