"""A section of what is known of the organ: what holds, its history, a form for a new row."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gongkai.web.organs.actions.dated import begin
from gongkai.web.organs.actions.dated import end as end_row
from gongkai.web.organs.actions.relate import relate
from gongkai.web.organs.forms import form_of
from gongkai.web.organs.models import OrganRelation
from gongkai.web.organs.sections import SECTIONS, Section
from gongkai.web.organs.views.organ import values_of
from gongkai.web.pages.posting import add_errors, saved
from gongkai.web.pages.rows import organ_of, own_row
from gongkai.web.rights.access import actor_of, allow


def _section(key: str) -> Section:
    if key not in SECTIONS:
        raise Http404
    return SECTIONS[key]


def _page(request: HttpRequest, one: Section, form: Any) -> HttpResponse:
    today = timezone.localdate()
    rows = [
        (row, values_of(one, row), row.holds_on(today), row.since > today)
        for row in one.rows(organ_of(request)).order_by("-since")
        # What was taken back before it began never held.
        if row.until != row.since
    ]
    now = [row for row in rows if row[2] or row[3]]
    context = {"section": one, "form": form, "now": now, "before": [row for row in rows if row not in now]}
    return render(request, "organs/section.html", context, status=400 if form and form.is_bound else 200)


@allow("organs.read", "GET")
def section(request: HttpRequest, section: str) -> HttpResponse:
    """What holds now, and what held before."""
    one = _section(section)
    may = actor_of(request).may("organs.edit")
    form = form_of(one)(initial={"since": timezone.localdate()}) if may else None
    return _page(request, one, form)


@allow("organs.edit", "POST")
def new(request: HttpRequest, section: str) -> HttpResponse:
    """Add a row; where the section says so it takes the place of the one before."""
    one, actor, now = _section(section), actor_of(request), timezone.now()
    form = form_of(one)(request.POST, instance=one.model(organ=organ_of(request)))
    if form.is_valid():
        row: Any = form.instance
        try:
            if isinstance(row, OrganRelation):
                relate(actor, row, now)
            else:
                begin(actor, row, now, instead_of=one.replaces(row))
        except ValidationError as problem:
            add_errors(form, problem)
        else:
            return saved(request, one.address, "已登记。")
    return _page(request, one, form)


@allow("organs.edit", "POST")
def end(request: HttpRequest, section: str, row: UUID) -> HttpResponse:
    """Let a row hold no longer from today on."""
    one = _section(section)
    found = own_row(request, one.model, row)
    end_row(actor_of(request), found, timezone.localdate(), timezone.now())
    return redirect(one.address)
