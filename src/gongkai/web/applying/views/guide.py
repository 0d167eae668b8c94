"""Before filing: which organ, whether it is public already, who holds it; and what is done with data."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.web.applying.answering import not_there, public
from gongkai.web.applying.choosing import guide_of, organ_of, organs
from gongkai.web.applying.forms.filing import WHO


@public("GET")
def choose(request: HttpRequest) -> HttpResponse:
    """The organs that take applications here; ``?q=`` asks for words of the name."""
    asked = request.GET.get("q", "").strip()[:100]
    return render(request, "applying/choose.html", {"organs": organs(asked), "asked": asked})


@public("GET")
def guide(request: HttpRequest, organ: str) -> HttpResponse:
    """What to look at before one files with this organ."""
    one = organ_of(organ)
    if one is None:
        return not_there(request)
    context = {"organ": one, "who": WHO.items(), **guide_of(one, timezone.localdate())}
    return render(request, "applying/guide.html", context)


@public("GET")
def privacy(request: HttpRequest) -> HttpResponse:
    """What is done with personal data: 个人信息保护法 arts. 13, 17, 35."""
    hours = settings.HELD_HOURS if settings.HELD_BYTES else 0
    return render(request, "applying/privacy.html", {"hours": hours})
