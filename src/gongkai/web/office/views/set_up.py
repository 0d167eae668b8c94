"""The set-up walk of a new organ."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.web.office.setting_up import next_step, standing
from gongkai.web.pages.rows import organ_of
from gongkai.web.rights.access import actor_of, allow


@allow("people.read", "GET")
def set_up(request: HttpRequest) -> HttpResponse:
    """Each step with what is missing, and where to go on."""
    stands = standing(organ_of(request), timezone.localdate(), actor_of(request).may)
    done = sum(not one.missing for one in stands)
    context = {"stands": stands, "next": next_step(stands), "done": done, "all": len(stands)}
    return render(request, "office/set_up.html", context)
