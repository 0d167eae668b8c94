"""The cells of a list in a template: ``{% for line in listing|lines:page %}``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import template

from gongkai.web.pages.lists import Listing

register = template.Library()


@register.filter
def lines(listing: Listing, rows: Any) -> Iterator[list[dict[str, Any]]]:
    """The cells of each row of a page."""
    return listing.lines(rows)
