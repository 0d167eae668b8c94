"""The calculator for anyone: the last day, every day that was counted, and what is provisional."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.statute.case_words import DEADLINES
from gongkai.statute.clocks import Clock
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotAllowed
from gongkai.web.applying.answering import public
from gongkai.web.applying.counting import counted
from gongkai.web.applying.forms.deadline import DeadlineForm
from gongkai.web.workdays.door import calendar_for


@public("GET")
def deadline(request: HttpRequest) -> HttpResponse:
    """The form, and the account where a day of receipt was given (400 where it cannot be counted)."""
    if "received" not in request.GET:
        return render(request, "applying/deadline.html", {"form": DeadlineForm()})
    form = DeadlineForm(request.GET)
    found: dict[str, Any] = {}
    if form.is_valid():
        calendar = calendar_for(form.cleaned_data["region"])
        try:
            clock = counted(form.cleaned_data, timezone.localdate(), calendar)
            found = told(clock, calendar)
        except NotAllowed as error:
            form.add_error(None, f"{error.sentence}（{error.article}）")
    status = 400 if form.errors else 200
    return render(request, "applying/deadline.html", {"form": form, **found}, status=status)


def told(clock: Clock, calendar: Calendar) -> dict[str, Any]:
    """What the page says of a clock."""
    return {
        "clock": clock,
        "last": _day(clock.strict, calendar),
        "lenient": _day(clock.lenient, calendar) if clock.lenient != clock.strict else None,
        "others": [
            (DEADLINES[one.id.partition(":")[0]], *(_day(one.on, calendar) or ()), one.article)
            for one in clock.deadlines
            if one.id != "reply" and one.on >= clock.on
        ],
        "steps": clock.steps,
    }


def _day(day: dt.date | None, calendar: Calendar) -> tuple[dt.date, str] | None:
    return None if day is None else (day, calendar.words(day))
