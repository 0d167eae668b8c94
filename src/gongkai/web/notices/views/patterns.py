"""The organ's own texts: list, edit with preview, back to what was shipped."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gongkai.web.notices.actions.setting_up import RIGHT, edit_pattern, reset_pattern
from gongkai.web.notices.forms import PatternForm
from gongkai.web.notices.kinds import kinds
from gongkai.web.notices.models import Pattern
from gongkai.web.notices.patterns import texts_of
from gongkai.web.notices.wording import example, faults
from gongkai.web.rights.access import actor_of, allow, not_there

PAGE = "/office/notices/templates/"


def _organ(request: HttpRequest) -> Any:
    return getattr(request, "organ", None)


@allow(RIGHT, "GET")
def patterns(request: HttpRequest) -> HttpResponse:
    """Every kind with the text that holds."""
    organ = _organ(request)
    own = set(Pattern.objects.for_organ(organ).values_list("kind", flat=True))
    rows = []
    for key in kinds():
        kind, title, _ = texts_of(organ, key)
        rows.append({"kind": kind, "title": title, "own": key in own})
    return render(request, "notices/patterns.html", {"rows": rows})


@allow(RIGHT, "GET", "POST")
def pattern(request: HttpRequest, key: str) -> HttpResponse:
    """Edit the text of a kind; the button ``preview`` shows it without keeping it."""
    if key not in kinds():
        return not_there(request)
    organ = _organ(request)
    kind, title, text = texts_of(organ, key)
    form = PatternForm(request.POST or None, initial={"title": title, "text": text})
    preview = None
    if request.method == "POST" and form.is_valid():
        new_title, new_text = form.cleaned_data["title"], form.cleaned_data["text"]
        for field, sentence in faults(kind, new_title, new_text):
            form.add_error(field, sentence)
        if form.is_valid():
            if "preview" not in request.POST:
                edit_pattern(actor_of(request), organ, key, new_title, new_text, now=timezone.now())
                return redirect(PAGE)
            preview = example(kind, new_title, new_text)
    if request.method == "GET":
        preview = example(kind, title, text)
    own = Pattern.objects.for_organ(organ).filter(kind=key).exists()
    context = {"form": form, "kind": kind, "preview": preview, "own": own}
    wrong = request.method == "POST" and preview is None
    return render(request, "notices/pattern.html", context, status=400 if wrong else 200)


@allow(RIGHT, "POST")
def shipped(request: HttpRequest, key: str) -> HttpResponse:
    """Put the shipped text back in its place."""
    if key not in kinds():
        return not_there(request)
    reset_pattern(actor_of(request), _organ(request), key, timezone.now())
    return redirect(f"{PAGE}{key}/")
