"""The letters that may be drafted for a case, and drafting one; facts of the case are filled in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.ledger.transitions import out_of_order
from gongkai.letters.document import Document, To, document, documents
from gongkai.statute.events import Kind
from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.cases import CaseState, state_of
from gongkai.web.applications.models import Application
from gongkai.web.letters import providers
from gongkai.web.letters.actions.draft import draft
from gongkai.web.letters.forms.facts import asked
from gongkai.web.letters.models import Letter
from gongkai.web.letters.standing import letters_of, standing_words
from gongkai.web.letters.views.drafting import answer, known
from gongkai.web.pages.rows import organ_of
from gongkai.web.replies.entering import NOTICES
from gongkai.web.replies.facts import application_of, subject_of, way_of
from gongkai.web.replies.first_rows import first_rows
from gongkai.web.replies.proposed import first_facts
from gongkai.web.rights.access import actor_of, allow, not_there

LEFT_OUT = {"F05", "F06"}
"""Forms that the review prints by itself."""
DAYS = {
    "corrected_on", "fee_paid_on", "extended_due_on", "withdrawn_on", "reasons_given_on",
    "consultation_sent_on", "third_party_opinion_on",
}  # fmt: skip
"""Days that stand in the entries of a case, or nowhere."""


def own_application(request: HttpRequest, number: str) -> Application:
    """The application of that number; raises ``Http404`` for one of another organ as for none."""
    found = application_of(organ_of(request), number)
    if found is None:
        raise Http404
    return found


def why_not(one: Document, state: CaseState) -> str:
    """Why the case does not allow what the letter tells now; "" where it does. A letter of an ending that
    came by itself, or of what was entered already, may be drafted all the same.
    """
    kind = Kind.DECIDED if one.decisions else NOTICES.get(one.id)
    if kind is None or kind in state.next_kinds:
        return ""
    entered = any(event.kind is kind for event in state.case.events)
    by_itself = "withdrawn" in one.events or one.decisions in (
        ("otherwise.correction_lapsed",),
        ("otherwise.fee_unpaid",),
    )
    return "" if entered or by_itself else out_of_order(kind, state.stage)


def groups(state: CaseState) -> list[tuple[str, list[tuple[Document, str]]]]:
    """The documents by what they are for, each with why it cannot be now."""
    usable = [one for one in documents() if one.id not in LEFT_OUT]
    replies = [one for one in usable if one.decisions]
    forms = [one for one in usable if one.to is To.OFFICE]
    others = [one for one in usable if one not in replies and one not in forms]
    named = (("答复书和结束办理的告知书", replies), ("办理过程中的文书", others), ("内部用表和回证", forms))
    return [(words, [(one, why_not(one, state)) for one in found]) for words, found in named]


@allow("letters.draft", "GET")
def letters(request: HttpRequest, number: str) -> HttpResponse:
    """The letters of the case, and those that may be drafted."""
    application = own_application(request, number)
    state = state_of(application, timezone.localdate())
    rows = letters_of(application.organ).filter(subject=subject_of(application)).order_by("drafted_at")
    context = {
        "application": application,
        "letters": [(one, standing_words(one), way_of(one)) for one in rows],
        "groups": groups(state),
        "back": case_address(application),
    }
    return render(request, "replies/shelf.html", context)


@allow("letters.draft", "GET", "POST")
def drafting(request: HttpRequest, number: str, kind: str) -> HttpResponse:
    """The form of a document with what the case knows, and the letter made of it."""
    application = own_application(request, number)
    actor, now = actor_of(request), timezone.now()
    subject, today = subject_of(application), timezone.localdate()
    if kind not in {one.id for one in documents()} or not providers.may_draft(actor, subject):
        return not_there(request)

    def write(given: Mapping[str, Any], on: dt.date) -> Letter:
        return draft(actor, subject, kind, given, on=on, now=now)

    facts = known(application.organ, subject, kind, today)
    # Days that the case would know: what it does not know has not happened, and nobody is asked for it.
    wanted = asked(kind, facts)
    silent = {key: None for key, must in wanted.items() if not must and key in DAYS}
    context = {"back": case_address(application, "letters"), "heading": f"申请{application.number}"}
    # A proposal says more than its letter: what the letter does not tell would only be refused there.
    first = {
        **first_facts(application, document(kind).decisions),
        **first_rows(application, kind, today),
    }
    initial = {"on": today} | {key: value for key, value in first.items() if key in wanted}
    return answer(request, kind, facts | silent, write, context=context, initial=initial)
