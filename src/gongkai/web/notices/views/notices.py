"""One's own notices."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gongkai.web.notices.actions.reading import notices_of, read, unread
from gongkai.web.rights.access import actor_of, allow

PER_PAGE = 30
PAGE = "/office/notices/"


@allow("office.enter", "GET")
def notices(request: HttpRequest) -> HttpResponse:
    """The list, the newest first; ``?unread=1`` leaves out what has been read."""
    actor = actor_of(request)
    rows = notices_of(actor)
    only = request.GET.get("unread") == "1"
    if only:
        rows = rows.filter(read_at=None)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "only_unread": only, "count": unread(actor)}
    return render(request, "notices/notices.html", context)


@allow("office.enter", "POST")
def reading(request: HttpRequest) -> HttpResponse:
    """Note that one notice was read, or all of them; what does not name a notice of one's own does
    nothing.
    """
    wanted = request.POST.get("notice", "")
    try:
        ids = None if wanted == "all" else [UUID(wanted)]
    except ValueError:
        ids = []
    read(actor_of(request), ids, timezone.now())
    return redirect(PAGE)
