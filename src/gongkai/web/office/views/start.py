"""The start page: what waits for this person today, by the roles held; and the page of keys."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from gongkai.web.office.frame import opened
from gongkai.web.pages.waiting import filled
from gongkai.web.people.sessions import SHOWN_AS
from gongkai.web.portal.modes import MODES
from gongkai.web.rights.access import actor_of, allow
from gongkai.web.rights.roles import roles


@allow("office.enter", "GET")
def start(request: HttpRequest) -> HttpResponse:
    """The first page after signing in."""
    actor, today = actor_of(request), timezone.localdate()
    held = [one for key, one in roles().items() if key in actor.roles]
    blocks = filled(getattr(request, "organ", None), actor, today)
    doors = [item for item in opened(request) if item.address != request.path]
    return render(
        request, "office/start.html", {"roles": held, "today": today, "blocks": blocks, "doors": doors}
    )


@allow("office.enter", "GET")
def keys(request: HttpRequest) -> HttpResponse:
    """Which keys lead where."""
    return render(request, "office/keys.html", {"items": opened(request)})


@allow("office.enter", "POST")
def display(request: HttpRequest) -> HttpResponse:
    """Keep the way to show pages for this session, and go back to where one was."""
    asked = request.POST.get("mode", "")
    request.session[SHOWN_AS] = asked if asked in {one.key for one in MODES} else ""
    back = request.POST.get("next", "")
    here = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/office/")
    return redirect(back if here and "\\" not in back else "/office/")
