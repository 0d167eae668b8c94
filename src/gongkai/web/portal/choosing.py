"""What a person chose on the page, read from the form: nothing in it can be wrong, only left out."""

from __future__ import annotations

from django.http import HttpRequest

from gongkai.report.names import listed
from gongkai.report.together import Choice

MOST_NAMES = 2_000
"""So many expected organs are read."""


def choice(request: HttpRequest) -> Choice:
    """The choice; what is no number, or is not there, is left to the program."""
    posted = request.POST
    first, second = (_number(posted.get(name, "")) for name in ("first", "second"))
    pair = (first, second) if first is not None and second is not None else None
    expected = tuple(listed(posted.get("expected", "")))[:MOST_NAMES]
    own = posted.get("own", "")
    return Choice(
        pair,
        -1 if own == "none" else _number(own),
        covers=not posted.get("alone"),
        expected=expected,
    )


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else None
