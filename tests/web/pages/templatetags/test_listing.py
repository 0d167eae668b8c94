"""The filter hands a page's rows to the list's columns."""

from __future__ import annotations

from types import SimpleNamespace

from gongkai.web.organs.models import Organ
from gongkai.web.pages.lists import Column, Listing
from gongkai.web.pages.templatetags.listing import lines


def test_lines() -> None:
    listing = Listing("x", "甲", (Column("a", "列", number=True),), Organ.objects.for_organ(None))
    assert list(lines(listing, [SimpleNamespace(a=None), SimpleNamespace(a=0)])) == [
        [{"value": "", "link": "", "number": True, "short": True, "heading": "列"}],
        [{"value": 0, "link": "", "number": True, "short": True, "heading": "列"}],
    ]
