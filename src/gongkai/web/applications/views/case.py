"""The page of one case: what was asked, the clock, what may be done next, what happened."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.ledger.transitions import STAGE_WORDS
from gongkai.web.applications.actions.look import look
from gongkai.web.applications.cases import CaseState, state_of
from gongkai.web.applications.models import Application
from gongkai.web.applications.offers import offered
from gongkai.web.applications.panels import filled
from gongkai.web.pages.rows import organ_of
from gongkai.web.rights.access import actor_of, allow


def own_case(request: HttpRequest, number: str) -> Application:
    """The case of that number; raises ``Http404`` for one of another organ as for one that there is not."""
    rows = Application.objects.for_organ(organ_of(request)).filter(number=number)
    found: Application | None = rows.select_related("organ").first()
    if found is None:
        raise Http404
    return found


def own_state(request: HttpRequest, number: str) -> CaseState:
    """The case of that number as it stands today."""
    return state_of(own_case(request, number), timezone.localdate())


@allow("applications.read", "GET")
def case(request: HttpRequest, number: str) -> HttpResponse:
    """The page."""
    return shown(request, own_state(request, number))


@allow("applications.open", "POST")
def applicant(request: HttpRequest, number: str) -> HttpResponse:
    """The page with who asks, once; the look leaves a line of audit."""
    state = own_state(request, number)
    values = look(actor_of(request), state.application, timezone.now())
    return shown(request, state, opened=values)


def shown(request: HttpRequest, state: CaseState, code: int = 200, **more: Any) -> HttpResponse:
    """The page of a case."""
    actor = actor_of(request)
    acts = offered(actor, state)
    context = {
        "case": state.application,
        "state": state,
        "stage_words": STAGE_WORDS[state.stage],
        "open_acts": _grouped([one for one in acts if one.open]),
        "closed_acts": [one for one in acts if not one.open],
        "panels": filled(actor, state),
        "opened": None,
        **more,
    }
    return render(request, "applications/case.html", context, status=code)


def _grouped(acts: list[Any]) -> list[tuple[str, list[Any]]]:
    groups: dict[str, list[Any]] = {}
    for one in acts:
        groups.setdefault(one.offer.group, []).append(one)
    return list(groups.items())
