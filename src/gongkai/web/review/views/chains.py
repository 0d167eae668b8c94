"""The chains: what holds for each kind of content and each sort of it, since when, and the editor for the
head of the office.
"""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gongkai.web.review.actions.chains import follow_kind, set_chain
from gongkai.web.review.actions.doing import organ_of
from gongkai.web.review.chains import chain_for, chain_of, own_chain, own_chains, words
from gongkai.web.review.core.chain import MOST, Chain
from gongkai.web.review.forms import ChainForm, chain_from, step_form
from gongkai.web.review.inbox import names_of
from gongkai.web.review.kinds import Kind, Sort, all_kinds
from gongkai.web.review.models import ReviewChain
from gongkai.web.rights.access import actor_of, allow, not_there

LIST = "/office/review/chains/"


@allow("review.edit_chains", "GET")
def chains(request: HttpRequest) -> HttpResponse:
    """Every kind with its chain of today, and the sorts of it that have one of their own."""
    organ_id, today = organ_of(actor_of(request)), timezone.localdate()
    found = []
    for one in all_kinds():
        own, demands = own_chains(organ_id, one.key, today), one.demands(organ_id, today)
        apart = [(sort, words(own[sort.key])) for sort in one.sorts() if sort.key in own]
        rest = [(sort, demands[sort.key]) for sort in one.sorts() if sort.key not in own]
        found.append((one, words(chain_for(organ_id, one.key, today)), apart, rest))
    return render(request, "review/chains.html", {"found": found})


def _known(kind: str, sort: str) -> tuple[Kind, Sort | None] | None:
    """The kind and the sort of these keys, no sort for an empty one; None where there is none."""
    one = next((known for known in all_kinds() if known.key == kind), None)
    named = next((known for known in one.sorts() if known.key == sort), None) if one and sort else None
    return (one, named) if one and (named or not sort) else None


@allow("review.edit_chains", "GET", "POST")
def editor(request: HttpRequest, kind: str, sort: str = "") -> HttpResponse:
    """The editor of the chain of one kind or one sort of it, and its history."""
    actor, today = actor_of(request), timezone.localdate()
    known = _known(kind, sort)
    if known is None or actor.organ_id is None:
        return not_there(request)
    unsaved: list[str] = []
    steps, rest = _forms(request, chain_for(organ_of(actor), kind, today, sort))
    if request.method == "POST" and all(form.is_valid() for form in (*steps, rest)):
        try:
            set_chain(actor, kind, chain_from(steps, rest), timezone.now(), sort)
            messages.success(request, "已经保存。今后送审的按新的环节办理，正在审核的不变。")
            return redirect(LIST)
        except ValidationError as error:
            unsaved = error.messages
    context = {"steps": steps, "rest": rest, "unsaved": unsaved, **_shown(organ_of(actor), *known, today)}
    return render(request, "review/chain.html", context, status=400 if request.method == "POST" else 200)


def _shown(organ_id: UUID, one: Kind, sort: Sort | None, today: dt.date) -> dict[str, Any]:
    """What the page of the editor says beside its forms."""
    key = sort.key if sort else ""
    rows = ReviewChain.objects.for_organ(organ_id).filter(kind=one.key, sort=key).order_by("-set_at")
    by = names_of(organ_id, {row.set_by for row in rows})
    return {
        "kind": one,
        "sort": sort,
        "most": MOST,
        "demand": one.demands(organ_id, today)[key],
        "own": own_chain(organ_id, one.key, today, key) is not None,
        "general": words(chain_for(organ_id, one.key, today)),
        "history": [(row, by.get(row.set_by, ""), words(chain_of(row)) if row.steps else ()) for row in rows],
    }


@allow("review.edit_chains", "POST")
def general(request: HttpRequest, kind: str, sort: str) -> HttpResponse:
    """Let a sort go by the chain of its kind again."""
    if _known(kind, sort) is None:
        return not_there(request)
    try:
        follow_kind(actor_of(request), kind, sort, timezone.now())
        messages.success(request, "已经改按一般环节。今后送审的照此办理，正在审核的不变。")
    except ValidationError as error:
        messages.error(request, "".join(error.messages))
        return redirect(f"{LIST}{kind}/{sort}/")
    return redirect(LIST)


def _forms(request: HttpRequest, now: Chain) -> tuple[list[Any], ChainForm]:
    data = request.POST if request.method == "POST" else None
    steps = []
    for number in range(1, MOST + 1):
        step = now.steps[number - 1] if number <= len(now.steps) else None
        start = {"name": step.name, "roles": step.roles, "own_unit": step.own_unit} if step else {}
        steps.append(step_form(number)(data, initial=start))
    return steps, ChainForm(data, initial={"chase_after": now.chase_after})
