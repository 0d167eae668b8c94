"""Adding an entry to a case: one page for each kind; a refusal beside the form, a conflict with what
changed.
"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.approve import APPROVE
from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.approvals_panel import prefilled
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.changed import changes_since
from gongkai.web.applications.entry_acts import ACTS, EntryAct, why_not
from gongkai.web.applications.views.case import own_case, own_state
from gongkai.web.entries.row import Taken
from gongkai.web.pages.posting import saved
from gongkai.web.rights.access import actor_of, allow


def act_of(kind: str, approving: bool) -> EntryAct:
    """The act of that word; raises ``Http404`` where there is none in that room."""
    act = ACTS.get(kind)
    if act is None or (act.right == APPROVE) is not approving:
        raise Http404
    return act


@allow("applications.handle", "GET", "POST")
def event(request: HttpRequest, number: str, kind: str) -> HttpResponse:
    """What who handles the case enters."""
    return _page(request, number, act_of(kind, approving=False))


@allow(APPROVE, "GET", "POST")
def approval(request: HttpRequest, number: str, kind: str) -> HttpResponse:
    """What the approver enters."""
    return _page(request, number, act_of(kind, approving=True))


def _page(request: HttpRequest, number: str, act: EntryAct) -> HttpResponse:
    state = own_state(request, number)
    if request.method != "POST":
        known = prefilled(state.application, request.GET.get("request", "")) if act.right == APPROVE else {}
        return shown(request, state, act, act.form(state, initial=known))
    seen = request.POST.get("seen", "")
    if seen.isascii() and seen.isdigit() and int(seen) != state.position:
        return taken(request, number, act, int(seen))
    form = act.form(state, request.POST)
    if not form.is_valid():
        return shown(request, state, act, form, 422)
    try:
        act.do(actor_of(request), own_case(request, number), form, timezone.now())
    except NotAllowed as error:
        form.add_error(None, error.sentence)
        return shown(request, state, act, form, 422)
    except Taken:
        return taken(request, number, act, form.seen_position)
    return saved(request, case_address(state.application), f"已办理：{act.words}。")


def taken(request: HttpRequest, number: str, act: EntryAct, seen: int) -> HttpResponse:
    """Somebody else was first: what changed, and the same form with what was typed, on the case as it is
    now.
    """
    state = own_state(request, number)
    typed = request.POST.copy()
    typed["seen"] = str(state.position)
    form = act.form(state, typed)
    return shown(request, state, act, form, 409, changes=changes_since(state, seen))


def shown(
    request: HttpRequest, state: CaseState, act: EntryAct, form: Any, code: int = 200, **more: Any
) -> HttpResponse:
    """The page of an act."""
    context = {
        "case": state.application,
        "state": state,
        "act": act,
        "form": form,
        "why_not": why_not(state, act.form),
        "title": act.words,
        "back": case_address(state.application),
        **more,
    }
    return render(request, "applications/act.html", context, status=code)
