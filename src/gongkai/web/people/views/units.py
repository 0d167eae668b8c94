"""The units of the organ."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.web.pages.posting import add_errors, form_page, saved
from gongkai.web.pages.rows import organ_of, own_row
from gongkai.web.people.actions.units import add_unit, change_unit, dissolve_unit
from gongkai.web.people.forms_people import NewUnitForm, UnitForm
from gongkai.web.people.models import Person, Unit
from gongkai.web.rights.access import actor_of, allow

UNITS = "/office/units/"


@allow("people.read", "GET")
def units(request: HttpRequest) -> HttpResponse:
    """All units, with how many work in each, and those dissolved."""
    return _shown(request)


def _shown(request: HttpRequest, problem: str = "") -> HttpResponse:
    organ, today = organ_of(request), timezone.localdate()
    working = Person.objects.for_organ(organ).working(today).filter(unit__isnull=False)
    counted = dict(working.values_list("unit").annotate(number=Count("pk")))
    rows = [(one, counted.get(one.pk, 0), one.holds_on(today)) for one in Unit.objects.for_organ(organ)]
    context = {"units": rows, "problem": problem}
    return render(request, "people/units.html", context, status=400 if problem else 200)


@allow("people.edit", "GET", "POST")
def new(request: HttpRequest) -> HttpResponse:
    """Add a unit."""
    form = NewUnitForm(request.POST or None, initial={"since": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            add_unit(actor_of(request), organ_of(request), timezone.now(), **form.cleaned_data)
        except ValidationError as problem:
            add_errors(form, problem)
        else:
            return saved(request, UNITS)
    return form_page(request, form, "添加处室", "添加", back=UNITS)


@allow("people.edit", "GET", "POST")
def change(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Rename a unit or move it in the order."""
    row = own_row(request, Unit, unit)
    form = UnitForm(request.POST or None, initial={"name": row.name, "position": row.position})
    if request.method == "POST" and form.is_valid():
        try:
            change_unit(actor_of(request), row, timezone.now(), **form.cleaned_data)
        except ValidationError as problem:
            add_errors(form, problem)
        else:
            return saved(request, UNITS)
    return form_page(request, form, "更改处室", "保存", back=UNITS)


@allow("people.edit", "POST")
def dissolve(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Let a unit end today."""
    row = own_row(request, Unit, unit)
    try:
        dissolve_unit(actor_of(request), row, timezone.localdate(), timezone.now())
    except ValidationError as problem:
        return _shown(request, " ".join(problem.messages))
    return saved(request, UNITS)
