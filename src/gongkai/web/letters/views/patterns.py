"""发文字号格式: the organ's pattern, its history, and a preview before it is taken."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gongkai.letters.numbers import PATTERN
from gongkai.web.letters.actions.pattern import set_pattern
from gongkai.web.letters.forms.acts import PatternForm
from gongkai.web.letters.models import Pattern
from gongkai.web.organs.models import Organ
from gongkai.web.rights.access import actor_of, allow


@allow("letters.edit_patterns", "GET", "POST")
def patterns(request: HttpRequest) -> HttpResponse:
    """The form; ``preview`` shows numbers and writes nothing."""
    actor, today = actor_of(request), timezone.localdate()
    organ = Organ.objects.for_organ(actor.organ_id).get()
    rows = Pattern.objects.for_organ(organ)
    own = rows.on(today).last()
    first = {
        "mark": own.prefix if own else organ.document_mark,
        "pattern": own.pattern if own else PATTERN,
        "since": today,
    }
    form = PatternForm(request.POST if request.method == "POST" else None, initial=first)
    context = {"form": form, "history": rows.order_by("-since", "-set_at"), "now": own, "organ_mark": organ}
    if request.method == "POST" and form.is_valid():
        if "preview" not in request.POST:
            found = form.cleaned_data
            set_pattern(actor, found["mark"], found["pattern"], found["since"], timezone.now())
            messages.success(request, "发文字号格式已经保存。")
            return redirect("/office/letters/patterns/")
        context["preview"] = form.preview()
    code = 422 if form.errors else 200
    return render(request, "letters/patterns.html", context, status=code)
