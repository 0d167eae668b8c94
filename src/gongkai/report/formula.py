"""Texts in tables for spreadsheets: one that would be taken for a formula is given an apostrophe at its head.

>>> guarded("=1+1"), unguarded("'=1+1")
("'=1+1", '=1+1')

A text that itself begins with such an apostrophe gets one more, so that every text comes back as it was.
Source: OWASP, CSV Injection (=, +, -, @, tab, carriage return, line feed and their full-width twins).
"""

from __future__ import annotations

STARTS = "=+-@\t\r\n＝＋－＠"
"""Characters at the head of a text that make a spreadsheet compute it."""
_GUARDED = "'" + STARTS


def guarded(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if text and text[0] in _GUARDED else text


def unguarded(text: str) -> str:
    """The text as it was before :func:`guarded`."""
    return text[1:] if text[:1] == "'" and text[1:2] and text[1] in _GUARDED else text
