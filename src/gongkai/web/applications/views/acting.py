"""What every act of the intake does on its page: the form, a refusal beside it, a conflict with what changed,
and nothing lost of what was typed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.values.errors import NotAllowed
from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.changed import changes_since
from gongkai.web.applications.forms.intake import SeenForm
from gongkai.web.applications.views.case import own_state
from gongkai.web.entries.row import Taken
from gongkai.web.pages.posting import add_errors
from gongkai.web.rights.access import actor_of
from gongkai.web.rights.actor import Actor

Do = Callable[[Actor, CaseState, Any, dt.datetime], HttpResponse]


@dataclass(frozen=True, slots=True)
class Act:
    """An act of the intake: its title, its form, what it does, what to know before, its button."""

    title: str
    form: type[SeenForm]
    do: Do
    lead: tuple[str, ...] = ()
    button: str = ""
    why_not: Callable[[CaseState], str] = lambda state: ""


def act_page(request: HttpRequest, number: str, act: Act) -> HttpResponse:
    """The page of an act, or what became of it."""
    state = own_state(request, number)
    if request.method != "POST":
        return _shown(request, state, act, act.form(state))
    form = act.form(state, request.POST)
    if not form.is_valid():
        return _shown(request, state, act, form, 422)
    try:
        return act.do(actor_of(request), state, form, timezone.now())
    except NotAllowed as error:
        form.add_error(None, f"{error.sentence}（{error.article}）")
    except ValidationError as error:
        add_errors(form, error)
    except Taken:
        return _taken(request, number, act, int(form.cleaned_data["seen"]))
    return _shown(request, state, act, form, 422)


def _taken(request: HttpRequest, number: str, act: Act, seen: int) -> HttpResponse:
    state = own_state(request, number)
    typed = request.POST.copy()
    typed["seen"] = str(state.position)
    return _shown(request, state, act, act.form(state, typed), 409, changes=changes_since(state, seen))


def _shown(
    request: HttpRequest, state: CaseState, act: Act, form: SeenForm, code: int = 200, **more: Any
) -> HttpResponse:
    context = {
        "case": state.application,
        "act": act,
        "form": form,
        "why_not": act.why_not(state),
        "back": case_address(state.application),
        **more,
    }
    return render(request, "applications/intake_act.html", context, status=code)
