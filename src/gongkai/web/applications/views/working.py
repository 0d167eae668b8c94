"""The work on a case: a note, an assignment, its end."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.web.applications.actions.assign import assign, may_assign, release
from gongkai.web.applications.actions.note import note
from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.forms.working import AssignForm, NoteForm
from gongkai.web.applications.models import Assignment
from gongkai.web.applications.timeline import names_of
from gongkai.web.applications.views.case import own_state
from gongkai.web.applications.views.case import shown as case_shown
from gongkai.web.entries.row import Taken
from gongkai.web.pages.posting import add_errors, saved
from gongkai.web.pages.rows import own_row
from gongkai.web.rights.access import actor_of, allow, conflict, forbidden
from gongkai.web.rights.actor import Forbidden


@allow("applications.comment", "POST")
def notes(request: HttpRequest, number: str) -> HttpResponse:
    """Add a note."""
    state, actor = own_state(request, number), actor_of(request)
    form = NoteForm(actor, state.application, state.on, request.POST)
    if form.is_valid():
        try:
            note(actor, state.application, form.noted(), timezone.now())
        except ValidationError as problem:
            add_errors(form, problem)
        else:
            return saved(request, case_address(state.application), "已登记。")
    return case_shown(request, state, 422, note_form=form)


@allow("applications.handle", "GET", "POST")
def assignments(request: HttpRequest, number: str) -> HttpResponse:
    """Give the case to somebody."""
    state, actor = own_state(request, number), actor_of(request)
    if not may_assign(actor, state.application, state.on):
        return forbidden(request, "只有工作机构负责人和现在的承办人可以分办、转办。")
    rows = _rows(state)
    if request.method != "POST":
        return _page(request, state, AssignForm(state.application, state.on, initial={"seen": len(rows)}))
    form = AssignForm(state.application, state.on, request.POST)
    if form.is_valid():
        seen = form.cleaned_data["seen"]
        try:
            assign(actor, state.application, form.given(), seen, timezone.now())
        except ValidationError as problem:
            add_errors(form, problem)
        except Taken:
            return _taken(request, state, seen)
        else:
            return saved(request, case_address(state.application), "已经分办，并通知了对方。")
    return _page(request, state, form, 422)


def _rows(state: CaseState) -> list[Assignment]:
    rows = Assignment.objects.for_organ(state.application.organ_id).filter(application=state.application)
    return list(rows.select_related("unit", "person").order_by("since", "pk"))


def _taken(request: HttpRequest, state: CaseState, seen: int) -> HttpResponse:
    rows = _rows(state)
    names = names_of(state.application.organ_id, (row.given_by for row in rows))
    changes = [
        f"{names.get(row.given_by, '本机关人员')}已经分给{row.unit or ''}{row.person or ''}"
        f"（{row.get_duty_display()}）。"
        for row in rows
        if row.holds_on(state.on)
    ]
    typed = request.POST.copy()
    typed["seen"] = str(len(rows))
    form = AssignForm(state.application, state.on, typed)
    return _page(request, state, form, 409, changes=changes)


def _page(request: HttpRequest, state: CaseState, form: Any, code: int = 200, **more: Any) -> HttpResponse:
    context = {
        "case": state.application,
        "state": state,
        "form": form,
        "title": "分办、转办、协办",
        "button": "分办",
        "back": case_address(state.application),
        **more,
    }
    return render(request, "applications/act.html", context, status=code)


@allow("applications.handle", "POST")
def end(request: HttpRequest, number: str, assignment: UUID) -> HttpResponse:
    """Let an assignment end today."""
    state = own_state(request, number)
    row = own_row(request, Assignment, assignment)
    if row.application_id != state.application.pk:
        raise Http404
    try:
        release(actor_of(request), row, timezone.now())
    except Forbidden as error:
        return forbidden(request, str(error))
    except Taken:
        return conflict(request, "这一项分工刚刚已经结束。")
    return saved(request, case_address(state.application), "这一项分工到今天为止。")
