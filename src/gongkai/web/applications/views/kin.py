"""Same applicant, same matter, the place in the month; the frequency sheet and the sheet to read back.

Printing opens who asks: by right, and with a line of audit.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.statute.events import Channel
from gongkai.web.applications.actions.look import look
from gongkai.web.applications.actions.renew_code import renew_code
from gongkai.web.applications.kin import frequency, ordinal, same_applicant, same_matter
from gongkai.web.applications.models import Application, Standing
from gongkai.web.applications.models.application import CHANNELS
from gongkai.web.applications.views.case import own_case
from gongkai.web.applications.views.cases import outcome_words, stage_words
from gongkai.web.applications.views.registering import slip
from gongkai.web.rights.access import actor_of, allow


def standing_of(application: Application) -> Standing:
    """Where a case stands, as lists show it."""
    found: Standing = Standing.objects.for_organ(application.organ_id).get(application=application)
    return found


@allow("applications.read", "GET")
def kin(request: HttpRequest, number: str) -> HttpResponse:
    """The applications that belong together with this one."""
    one = own_case(request, number)
    mine = same_applicant(one)
    context = {
        "case": one,
        "mine": [_line(each) for each in mine],
        "others": [_line(each) for each in same_matter(one)],
        "ordinal": ordinal(one, standing_of(one), mine),
        "may_open": actor_of(request).may("applications.open"),
    }
    return render(request, "applications/kin.html", context)


def _line(one: Any) -> dict[str, Any]:
    row = one.standing
    return {
        "number": row.number, "matter": row.matter, "day": one.day, "stage": stage_words(row),
        "outcome": outcome_words(row), "why": one.why, "sure": one.sure,
    }  # fmt: skip


@allow("applications.open", "POST")
def frequency_sheet(request: HttpRequest, number: str) -> HttpResponse:
    """How often this applicant applied, to be printed as evidence; the look leaves a line of audit."""
    one, today = own_case(request, number), timezone.localdate()
    look(actor_of(request), one, timezone.now())
    mine = same_applicant(one)
    row = standing_of(one)
    sheet = frequency(row, mine, today)
    lines = [
        (each, CHANNELS[Channel(each.channel)], stage_words(each), outcome_words(each))
        for each in sheet.standings
    ]
    context = {"case": one, "name": one.opened("name"), "sheet": sheet, "lines": lines, "today": today}
    return _private(render(request, "applications/frequency.html", context))


@allow("applications.open", "POST")
def reading_sheet(request: HttpRequest, number: str) -> HttpResponse:
    """What was taken down, to be read back and signed; the look leaves a line of audit."""
    one = own_case(request, number)
    values = look(actor_of(request), one, timezone.now())
    context = {"case": one, "values": values, "today": timezone.localdate(), "clerk": actor_of(request).name}
    return _private(render(request, "applications/reading.html", context))


@allow("applications.register", "GET", "POST")
def code(request: HttpRequest, number: str) -> HttpResponse:
    """A new query code for who has lost his."""
    one = own_case(request, number)
    if request.method == "POST":
        return slip(request, one, renew_code(actor_of(request), one, timezone.now()))
    return render(request, "applications/code.html", {"case": one})


def _private(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    return response
