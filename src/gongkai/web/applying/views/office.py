"""What an applicant wrote after filing, for who handles the case; each look leaves a line of audit."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.web.applications.views.case import own_case
from gongkai.web.applying.panel import rating_of, supplements_of
from gongkai.web.audit.recording import record_alone
from gongkai.web.rights.access import actor_of, allow


@allow("applications.open", "POST")
def sent(request: HttpRequest, number: str) -> HttpResponse:
    """The texts, opened."""
    case = own_case(request, number)
    rows, rating = supplements_of(case), rating_of(case)
    texts = [(one, one.opened("text")) for one in rows]
    words = rating.opened("words") if rating else ""
    record_alone(
        actor_of(request), "applying.look", case.number, timezone.now(), texts=len(texts), rating=bool(words)
    )
    context = {"case": case, "texts": texts, "rating": rating, "words": words}
    return render(request, "applying/office_sent.html", context)
