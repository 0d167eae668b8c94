"""The form and the receipt. The receipt answers the form itself: its code stands in no address."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.web.applications.models import Application
from gongkai.web.applying.actions.attach import MOST
from gongkai.web.applying.actions.submit import submit
from gongkai.web.applying.answering import OTHER_WAYS, not_there, public
from gongkai.web.applying.bringing import given, kept, sent
from gongkai.web.applying.choosing import organ_of
from gongkai.web.applying.forms.filing import WHO, FilingForm
from gongkai.web.applying.holding import NotHeld, for_filing
from gongkai.web.applying.keys import new_key, once
from gongkai.web.limits.addresses import address_of
from gongkai.web.limits.trying import TooMany, count
from gongkai.web.organs.models import Organ
from gongkai.web.organs.telling import contact_of
from gongkai.web.pages.posting import add_errors


@public("GET", "POST")
def form(request: HttpRequest, organ: str, who: str) -> HttpResponse:
    """The empty form; posted: the receipt, or the form again with what to look at (400), or 429."""
    one = organ_of(organ)
    if one is None or who not in WHO:
        return not_there(request)
    if request.method != "POST":
        return shown(request, one, FilingForm(who, initial={"key": new_key()}), 200)
    asked = FilingForm(who, request.POST)
    if not asked.is_valid():
        return shown(request, one, asked, 400)
    return filed(request, one, asked)


def filed(request: HttpRequest, organ: Organ, form: FilingForm) -> HttpResponse:
    """File what the form says, and show the receipt; a form sent again is not counted."""
    now, key = timezone.now(), form.cleaned_data["key"]
    try:
        if not _known(organ, key):
            count("apply", address_of(request), now)
        receipt = submit(
            organ, form.column, form.values, key, files=sent(request), now=now, given=given(request)
        )
    except TooMany as error:
        form.add_error(None, f"{error.words}您填写的内容都还在这一页上。{OTHER_WAYS}")
        response = shown(request, organ, form, 429)
        response.headers["Retry-After"] = str(error.wait)
        return response
    except ValidationError as problem:
        add_errors(form, problem)
        return shown(request, organ, form, 400)
    except NotHeld:
        return shown(request, organ, form, 400)
    context = {"receipt": receipt, "organ": organ, "contact": contact_of(organ, timezone.localdate(now))}
    return render(request, "applying/receipt.html", context)


def _known(organ: Organ, key: str) -> bool:
    mark = once(key)
    return bool(mark) and bool(Application.objects.for_organ(organ).filter(once_key=mark).exists())


def shown(request: HttpRequest, organ: Organ, form: FilingForm, status: int) -> HttpResponse:
    """The form as it stands; the files of one that comes back are held."""
    if form.is_bound:
        form.held = kept(request, organ, for_filing(organ))
    context = {"form": form, "organ": organ, "who": WHO[form.who], "most": MOST}
    return render(request, "applying/form.html", context, status=status)
