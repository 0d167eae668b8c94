"""The chain of each kind of content: what holds, since when, and the editor for the head of the office."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gongkai.web.review.actions.chains import set_chain, signing_roles
from gongkai.web.review.actions.doing import organ_of
from gongkai.web.review.chains import chain_for, chain_of
from gongkai.web.review.core.chain import MOST, Chain
from gongkai.web.review.forms import ChainForm, chain_from, step_form
from gongkai.web.review.inbox import names_of
from gongkai.web.review.kinds import all_kinds
from gongkai.web.review.models import ReviewChain
from gongkai.web.rights.access import actor_of, allow, not_there


@allow("review.edit_chains", "GET")
def chains(request: HttpRequest) -> HttpResponse:
    """Every kind with its chain of today."""
    actor, today = actor_of(request), timezone.localdate()
    found = [(one, words(chain_for(organ_of(actor), one.key, today))) for one in all_kinds()]
    return render(request, "review/chains.html", {"found": found})


def words(chain: Chain) -> list[str]:
    """The steps in words: 一审一校（审核员）."""
    called = signing_roles()
    return [f"{step.name}（{'或'.join(called.get(key, key) for key in step.roles)}）" for step in chain.steps]


@allow("review.edit_chains", "GET", "POST")
def editor(request: HttpRequest, kind: str) -> HttpResponse:
    """The editor of the chain of one kind, and its history."""
    actor, today = actor_of(request), timezone.localdate()
    one = next((k for k in all_kinds() if k.key == kind), None)
    if one is None or actor.organ_id is None:
        return not_there(request)
    now = chain_for(organ_of(actor), kind, today)
    steps, rest = _forms(request, now)
    if request.method == "POST" and all(form.is_valid() for form in (*steps, rest)):
        try:
            set_chain(actor, kind, chain_from(steps, rest), timezone.now())
            messages.success(request, "已经保存。今后送审的按新的环节办理，正在审核的不变。")
            return redirect("/office/review/chains/")
        except ValidationError as error:
            rest.add_error(None, error.messages)
    rows = ReviewChain.objects.for_organ(actor.organ_id).filter(kind=kind).order_by("-set_at")
    by = names_of(actor.organ_id, {row.set_by for row in rows})
    history = [(row, by.get(row.set_by, ""), words(chain_of(row))) for row in rows]
    context = {"kind": one, "steps": steps, "rest": rest, "history": history}
    return render(request, "review/chain.html", context, status=400 if request.method == "POST" else 200)


def _forms(request: HttpRequest, now: Chain) -> tuple[list[Any], ChainForm]:
    data = request.POST if request.method == "POST" else None
    steps = []
    for number in range(1, MOST + 1):
        step = now.steps[number - 1] if number <= len(now.steps) else None
        start = {"name": step.name, "roles": step.roles, "own_unit": step.own_unit} if step else {}
        steps.append(step_form(number)(data, initial=start))
    return steps, ChainForm(data, initial={"chase_after": now.chase_after})
