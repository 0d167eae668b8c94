"""Proposing a decision: the questions one by one, then the facts that its kind needs; taking one back."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gongkai.statute.decisions import DecisionKind, Remedy, decision
from gongkai.statute.questions import questions
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.propose import propose, take_back
from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.forms.proposal import ProposalForm
from gongkai.web.applications.models import Proposal
from gongkai.web.applications.proposals_panel import why_not
from gongkai.web.applications.proposing import (
    REMEDIES,
    arrived,
    part_grounds,
    read_told,
    row_words,
    walked,
)
from gongkai.web.applications.timeline import names_of
from gongkai.web.applications.views.case import own_state
from gongkai.web.entries.row import Taken
from gongkai.web.pages.posting import saved
from gongkai.web.rights.access import actor_of, allow, conflict

HANDLE = "applications.handle"


def _answers(request: HttpRequest) -> dict[str, str]:
    """The answers in the address (or carried along in the form), by the keys of their questions."""
    given = request.POST if request.method == "POST" else request.GET
    return {one.key: given[one.key] for one in questions() if given.get(one.key)}


@allow(HANDLE, "GET")
def ask(request: HttpRequest, number: str) -> HttpResponse:
    """The next question, or the kinds of decision to which the answers have led."""
    state, answers = own_state(request, number), _answers(request)
    try:
        found = walked(state, answers)
    except NotAllowed as error:
        messages.error(request, error.sentence)
        return redirect(case_address(state.application, "proposals"))
    taken = {question.key: answer.key for question, answer in found.path}
    steps = []
    for place, (question, answer) in enumerate(found.path):
        before = list(taken.items())[:place]
        steps.append({"question": question, "answer": answer, "before": before})
    context = {
        "case": state.application,
        "back": case_address(state.application),
        "why_not": why_not(state),
        "walk": found,
        "steps": steps,
        "answers": taken,
        "arrived": arrived(found),
        "kinds": [(kind, row_words(kind.row)) for kind in found.kinds] if arrived(found) else [],
    }
    return render(request, "applications/proposing.html", context)


@allow(HANDLE, "GET", "POST")
def write(request: HttpRequest, number: str, kind: str) -> HttpResponse:
    """The facts for one kind of decision, and the proposal made of them."""
    state = own_state(request, number)
    one = _kind(kind)
    given = request.POST if request.method == "POST" else request.GET
    known = {ground.key for ground in part_grounds()}
    chosen = [key for key in given.getlist("ground") if key in known]
    if one.remedy is Remedy.BY_GROUND and not chosen:
        return _page(request, state, one, None, grounds=part_grounds())
    form = _form(state, one, chosen, request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, state, one, form, 422 if form.is_bound else 200, chosen=chosen)
    return _propose(request, state, form, chosen)


def _propose(request: HttpRequest, state: CaseState, form: ProposalForm, chosen: list[str]) -> HttpResponse:
    draft, seen, one = form.draft(_answers(request)), form.cleaned_data["seen"], form.kind
    try:
        propose(actor_of(request), state.application, draft, seen, timezone.now(), form.replaced)
    except NotAllowed as error:
        form.add_error(None, error.sentence)
        return _page(request, state, one, form, 422, chosen=chosen)
    except Taken:
        typed = request.POST.copy()
        typed["seen"] = str(_last(state))
        again = _form(state, one, chosen, typed)
        return _page(request, state, one, again, 409, chosen=chosen, changes=_changes(state, seen))
    return saved(request, case_address(state.application), f"已拟定处理意见：{one.title}。")


def _kind(key: str) -> DecisionKind:
    try:
        return decision(key)
    except NotAllowed:
        raise Http404 from None


def _last(state: CaseState) -> int:
    last = state.application.proposals.order_by("number").last()
    return last.number if last else 0


def _changes(state: CaseState, seen: int) -> list[str]:
    """Who proposed or took back what after the number that was seen."""
    rows = list(state.application.proposals.filter(number__gt=seen).order_by("number"))
    names = names_of(state.application.organ_id, (row.by for row in rows))
    return [
        f"{timezone.localtime(row.at):%H:%M}，{names.get(row.by, '本机关人员')}"
        + (f"拟定了“{row.decision.title}”。" if row.kind else "撤销了一项处理意见。")
        for row in rows
    ]


def _form(state: CaseState, kind: DecisionKind, chosen: list[str], data: Any) -> ProposalForm:
    standing = list(Proposal.objects.for_organ(state.application.organ_id).standing(state.application))
    return ProposalForm(state, kind, chosen, standing, data, initial={"seen": _last(state)})


def _page(  # the page, its case and kind, the form, the code
    request: HttpRequest,
    state: CaseState,
    kind: DecisionKind,
    form: ProposalForm | None,
    code: int = 200,
    **more: Any,
) -> HttpResponse:
    context = {
        "case": state.application,
        "back": f"{case_address(state.application, 'proposals')}?{urlencode(_answers(request))}",
        "kind": kind,
        "row": row_words(kind.row),
        "remedy": REMEDIES[kind.remedy],
        "read": list(read_told(state, kind)),
        "form": form,
        "answers": _answers(request),
        "why_not": why_not(state),
        **more,
    }
    return render(request, "applications/proposal.html", context, status=code)


@allow(HANDLE, "POST")
def withdrawal(request: HttpRequest, number: str, proposal: int) -> HttpResponse:
    """Let a proposal stand no longer."""
    state = own_state(request, number)
    rows = Proposal.objects.for_organ(state.application.organ_id).filter(application=state.application)
    one = rows.filter(number=proposal).first()
    seen = request.POST.get("seen", "")
    if one is None or not (seen.isascii() and seen.isdigit()):
        raise Http404
    try:
        take_back(actor_of(request), one, int(seen), timezone.now())
    except Taken:
        return conflict(request, "".join(_changes(state, int(seen))) or "这一项处理意见已经不再有效。")
    return saved(request, case_address(state.application), "已撤销这一项处理意见，原文留存。")
