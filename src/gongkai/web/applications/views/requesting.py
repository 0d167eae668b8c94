"""Asking for approval, and turning a request down."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from gongkai.web.applications.actions.approve import ask, turn_down
from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.approvals_panel import matter_of
from gongkai.web.applications.changed import changes_since
from gongkai.web.applications.models import ApprovalRequest
from gongkai.web.applications.views.case import own_state
from gongkai.web.applications.views.entry import act_of, shown
from gongkai.web.entries.row import Taken
from gongkai.web.pages.posting import add_errors, saved
from gongkai.web.pages.rows import own_row
from gongkai.web.rights.access import actor_of, allow, conflict


@allow("applications.handle", "GET", "POST")
def request_approval(request: HttpRequest, number: str, kind: str) -> HttpResponse:
    """Ask those who approve."""
    act = act_of(kind, approving=True)
    state, matter = own_state(request, number), matter_of(act)
    more: dict[str, Any] = {
        "title": f"提请{matter}",
        "lead": ["提请以后，系统通知批准人；批准人同意并登记以后才生效，期限在此之前不变。"],
    }
    if request.method != "POST":
        return shown(request, state, act, act.form(state), **more)
    seen = request.POST.get("seen", "")
    if seen.isascii() and seen.isdigit() and int(seen) != state.position:
        typed = request.POST.copy()
        typed["seen"] = str(state.position)
        changes = changes_since(state, int(seen))
        return shown(request, state, act, act.form(state, typed), 409, changes=changes, **more)
    form = act.form(state, request.POST)
    if form.is_valid():
        try:
            ask(actor_of(request), state.application, form, matter, timezone.now())
        except ValidationError as problem:
            add_errors(form, problem)
        except Taken:
            return conflict(request, "".join(changes_since(own_state(request, number), form.seen_position)))
        else:
            return saved(request, case_address(state.application), f"已提请{matter}，并通知了批准人。")
    return shown(request, state, act, form, 422, **more)


@allow("applications.approve", "POST")
def refusal(request: HttpRequest, number: str, approval: UUID) -> HttpResponse:
    """Turn a request down, with the reason."""
    state = own_state(request, number)
    one = own_row(request, ApprovalRequest, approval)
    if one.application_id != state.application.pk:
        raise Http404
    try:
        turn_down(actor_of(request), one, request.POST.get("reason", ""), timezone.now())
    except ValidationError as problem:
        messages.error(request, "".join(problem.messages))
        return redirect(case_address(state.application))
    except Taken:
        return conflict(request, "这一项提请刚刚已经有了结果。")
    return saved(request, case_address(state.application), "已答复不同意，并通知了提请人。")
