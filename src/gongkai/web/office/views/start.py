"""The start page of a role: what waits for this person today."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.web.rights.access import actor_of, allow
from gongkai.web.rights.roles import roles


@allow("office.enter", "GET")
def start(request: HttpRequest) -> HttpResponse:
    """The first page after signing in."""
    held = [one for key, one in roles().items() if key in actor_of(request).roles]
    return render(request, "office/start.html", {"roles": held, "today": timezone.localdate()})
