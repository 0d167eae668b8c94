"""The organ's page, its own facts, and what letters will say."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.values.errors import NotAllowed, NotInForce
from gongkai.web.organs.actions.found import change as change_organ
from gongkai.web.organs.forms import OrganForm
from gongkai.web.organs.models import Organ
from gongkai.web.organs.sections import SECTIONS, Section
from gongkai.web.organs.telling import Told, told, words_of
from gongkai.web.pages.posting import add_errors, form_page, saved
from gongkai.web.pages.rows import organ_of
from gongkai.web.rights.access import actor_of, allow

ORGAN = "/office/organ/"


def values_of(section: Section, row: Any) -> list[tuple[str, str]]:
    """The filled-in fields of a row with their words, choices in Chinese."""
    out = []
    for name in section.fields:
        shown = getattr(row, f"get_{name}_display", None)
        value = shown() if shown else getattr(row, name)
        if value:
            out.append((words_of(section.model, name), str(value)))
    return out


def _told(organ: Organ, day: dt.date) -> Told | None:
    try:
        return told(organ, day)
    except (NotAllowed, NotInForce):
        return None


@allow("organs.read", "GET")
def organ(request: HttpRequest) -> HttpResponse:
    """What is known of the organ today."""
    one, today = organ_of(request), timezone.localdate()
    blocks = []
    for section in SECTIONS.values():
        blocks.append((section, [values_of(section, row) for row in section.rows(one).on(today)]))
    context = {"one": one, "blocks": blocks, "today": today}
    return render(request, "organs/organ.html", context)


@allow("organs.read", "GET")
def letters(request: HttpRequest) -> HttpResponse:
    """What letters and the guide will say of the organ today."""
    one, today = organ_of(request), timezone.localdate()
    return render(request, "organs/letters.html", {"one": one, "told": _told(one, today), "today": today})


@allow("organs.edit", "GET", "POST")
def change(request: HttpRequest) -> HttpResponse:
    """Change the facts of the organ itself."""
    one = organ_of(request)
    form = OrganForm(request.POST or None, instance=Organ.objects.for_organ(one).get())
    if request.method == "POST" and form.is_valid():
        try:
            change_organ(actor_of(request), one, timezone.now(), **form.cleaned_data)
        except ValidationError as problem:
            add_errors(form, problem)
        else:
            return saved(request, ORGAN)
    return form_page(
        request, form, "机关基本情况", "保存", lead=[f"机关代码：{one.code}（不能更改）"], back=ORGAN
    )
