"""Leaving and handing over, on one page: what is open, who takes it, the last day."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.web.pages.posting import add_errors, saved
from gongkai.web.pages.rows import organ_of, own_row
from gongkai.web.people.actions.hand_over import hand_over
from gongkai.web.people.forms_people import LeaveForm
from gongkai.web.people.models import Person
from gongkai.web.people.open_work import open_work
from gongkai.web.rights.access import actor_of, allow


@allow("people.hand_over", "GET", "POST")
def leave(request: HttpRequest, person: UUID) -> HttpResponse:
    """Hand over all that is open; with a last day, the person leaves."""
    row, actor, today = own_row(request, Person, person), actor_of(request), timezone.localdate()
    people = Person.objects.for_organ(organ_of(request)).working(today).exclude(pk=row.pk).order_by("name")
    form = LeaveForm(request.POST or None, people=people, may_leave=actor.may("people.edit"))
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        last = values.get("last_day")
        on = max(today, last + dt.timedelta(days=1)) if last else today
        try:
            hand_over(
                actor, row, values["taker"], timezone.now(), on=on, reason=values["reason"], last_day=last
            )
        except ValidationError as problem:
            add_errors(form, problem)
        else:
            return saved(request, f"/office/people/{row.pk}/")
    context = {"person": row, "form": form, "work": open_work(row, today)}
    return render(request, "people/leave.html", context, status=400 if form.is_bound else 200)
