"""The frame of every office page: the navigation that the rights open, the organ, the way to show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from gongkai.web.people.sessions import SHOWN_AS
from gongkai.web.portal.modes import MODES, chosen
from gongkai.web.rights.access import actor_of


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of the navigation: words, address, the right that opens it, the key that leads there."""

    words: str
    address: str
    right: str
    key: str
    also: tuple[str, ...] = ()
    """Other rooms that belong to it."""


START = "/office/"
"""The start page."""
ITEMS = (
    Item("首页", START, "office.enter", "h"),
    Item("办理看板", "/office/applications/board/", "applications.read", "b"),
    Item("依申请公开", "/office/applications/", "applications.read", "y", ("/office/replies/",)),
    Item("机关", "/office/organ/", "organs.read", "o"),
    Item("人员", "/office/people/", "people.read", "p"),
    Item("通知", "/office/notices/", "office.enter", "n"),
    Item("待我审核", "/office/review/", "review.read", "r"),
    Item("审核事项", "/office/review/all/", "review.read", "a"),
    Item("信息发布稿", "/office/drafts/", "review.read", "d"),
    Item("审核环节", "/office/review/chains/", "review.edit_chains", "c"),
    Item("文书", "/office/letters/", "letters.read", "w"),
    Item("不予公开登记", "/office/withheld/", "applications.read", "u"),
    Item("答复选登", "/office/answers/", "review.read", "q"),
    Item("机关文件", "/office/files/", "attachments.read", "f"),
)
"""The navigation in order; each app has its entry here."""


def opened(request: HttpRequest) -> list[Item]:
    """The entries that the actor's rights open."""
    actor = actor_of(request)
    return [one for one in ITEMS if actor.may(one.right)]


def leads_to(item: Item, path: str) -> bool:
    """Whether a page lies behind an entry; behind the start page lies itself alone."""
    return path == item.address if item.address == START else path.startswith((item.address, *item.also))


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context processor for pages below ``/office/``; elsewhere nothing."""
    if not request.path.startswith("/office/"):
        return {}
    actor = actor_of(request)
    items = opened(request)
    here = max((one.address for one in items if leads_to(one, request.path)), key=len, default="")
    shown_as = getattr(request, "session", {}).get(SHOWN_AS, "") if actor.id else chosen(request).key
    mode = next((one for one in MODES if one.key == shown_as), MODES[0])
    return {
        "navigation": items,
        "here": here,
        "actor": actor,
        "organ": getattr(request, "organ", None),
        "mode": mode,
        "modes": MODES,
    }
