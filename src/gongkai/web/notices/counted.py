"""What the frame of every office page shows of the notices: how many are unread."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from gongkai.web.notices.actions.reading import unread
from gongkai.web.notices.actions.setting_up import RIGHT
from gongkai.web.rights.access import actor_of


def counted(request: HttpRequest) -> dict[str, Any]:
    """Context processor for pages below ``/office/`` of somebody who has signed in; elsewhere nothing."""
    actor = actor_of(request)
    if getattr(request, "organ", None) is None or not request.path.startswith("/office/"):
        return {}
    return {"unread": unread(actor), "may_set_up": actor.may(RIGHT)}
