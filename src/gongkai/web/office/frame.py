"""What the frame of every office page shows: the navigation that this person's rights open, the organ, the
line 非涉密.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from gongkai.web.rights.access import actor_of


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of the navigation: its words, its address, the right that opens it."""

    words: str
    address: str
    right: str


ITEMS = (Item("首页", "/office/", "office.enter"),)
"""The navigation in order; each app adds its entry."""


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context processor for pages below ``/office/``; elsewhere nothing."""
    if not request.path.startswith("/office/"):
        return {}
    actor = actor_of(request)
    items = [one for one in ITEMS if actor.may(one.right)]
    here = max((one.address for one in items if request.path.startswith(one.address)), key=len, default="")
    return {"navigation": items, "here": here, "actor": actor, "organ": getattr(request, "organ", None)}
