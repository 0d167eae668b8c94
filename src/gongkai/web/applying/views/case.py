"""One's own case by number and code, both posted: neither ever stands in an address.

A wrong pair is answered in the same words whatever is wrong about it, and counted by address; the code is
looked up by its hash, so that a number that exists takes no longer than one that does not.

Source: security checks C12, C14, C15.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from gongkai.ledger.transitions import Stage
from gongkai.statute.events import Kind
from gongkai.web.applications.cases import CaseState, state_of
from gongkai.web.applications.codes import code_hash
from gongkai.web.applications.files import subject_of
from gongkai.web.applications.models import Application
from gongkai.web.applying import remedies, story
from gongkai.web.applying.acting import ID
from gongkai.web.applying.actions.confirm import may_confirm
from gongkai.web.applying.actions.fetch import received
from gongkai.web.applying.answering import public
from gongkai.web.applying.forms.case import ConfirmForm, QueryForm, RatingForm, TextForm, WithdrawForm
from gongkai.web.applying.keys import application_of, pass_for
from gongkai.web.applying.letters import mail_of
from gongkai.web.applying.models import Rating, Supplement
from gongkai.web.attachments.models import Attachment
from gongkai.web.limits.addresses import address_of
from gongkai.web.limits.trying import check, count
from gongkai.web.organs.telling import contact_of

WRONG = "登记号或者查询码不对，请对照回执核对。查询码丢失的，请带身份证明到受理的机关查询。"


@public("GET", "POST")
def case(request: HttpRequest) -> HttpResponse:
    """The question; posted: the page of the case, or the question again."""
    if request.method != "POST":
        return asked(request, QueryForm(), 200)
    if given := request.POST.get("pass"):
        found = application_of(given)
        return shown(request, found) if found else asked(request, QueryForm(), 403, ended=True)
    form = QueryForm(request.POST)
    if not form.is_valid():
        return asked(request, form, 400)
    now, address = timezone.now(), address_of(request)
    check("case_code", address, now)
    found = by_code(form.cleaned_data["number"], form.cleaned_data["code"])
    if found is None:
        count("case_code", address, now)
        form.add_error(None, WRONG)
        return asked(request, form, 400)
    return shown(request, found)


def by_code(number: str, code: str) -> Application | None:
    """The application of that code, where the number is its own."""
    found: Application | None = Application.objects.by_code(code_hash(code))
    return found if found and constant_time_compare(found.number, number) else None


def asked(request: HttpRequest, form: QueryForm, status: int, **more: Any) -> HttpResponse:
    """The page that asks for number and code."""
    return render(request, "applying/query.html", {"form": form, **more}, status=status)


def shown(request: HttpRequest, application: Application, status: int = 200, **more: Any) -> HttpResponse:
    """The page of the case; ``more`` holds what an act says, and forms that came back with an error."""
    today = timezone.localdate()
    state = state_of(application, today)
    context = {
        "case": application,
        "organ": application.organ,
        "pass": pass_for(application),
        "contact": contact_of(application.organ, today),
        **told(state),
        **kept(application),
        **offers(state),
        **more,
    }
    return render(request, "applying/case.html", context, status=status)


def told(state: CaseState) -> dict[str, Any]:
    """Where the case stands, for its applicant."""
    return {
        "stands": story.stands(state),
        "next": story.what_next(state),
        "lasts": list(story.lasts(state)),
        "in_the_letter": story.in_the_letter(state),
        "two_readings": story.two_readings(state),
        "provisional": bool(state.clock and state.clock.provisional and not state.ended),
        "steps": state.clock.steps if state.clock and not state.ended else (),
        "story": story.story(state),
        "fee": story.fee(state),
        "remedies": remedies.when_overdue(state) if story.overdue(state) else "",
    }


def kept(application: Application) -> dict[str, Any]:
    """The letters to the applicant, and what he sent."""
    files = Attachment.objects.for_organ(application.organ_id).of(subject_of(application))
    return {
        "mail": [(one, received(one)) for one in mail_of(application)],
        "files": files.filter(added_by=ID),
        "supplements": Supplement.objects.for_organ(application.organ_id).filter(application=application),
        "rating": Rating.objects.for_organ(application.organ_id).filter(application=application).first(),
    }


def offers(state: CaseState) -> dict[str, Any]:
    """The forms of what the applicant can do now."""
    seen = {"seen": state.position}
    return {
        "receipt_form": ConfirmForm(initial=seen, auto_id="receipt-%s") if may_confirm(state) else None,
        "suggestion_form": TextForm(initial=seen, auto_id="suggestion-%s"),
        "correction_form": TextForm(initial=seen, auto_id="correction-%s")
        if state.stage is Stage.CORRECTION_PENDING
        else None,
        "reasons_form": TextForm(initial=seen, auto_id="reasons-%s")
        if story.reasons_awaited(state)
        else None,
        "material_form": TextForm(initial=seen, auto_id="material-%s") if not state.ended else None,
        "withdraw_form": WithdrawForm(initial=seen, auto_id="withdraw-%s")
        if Kind.WITHDRAWN in state.next_kinds
        else None,
        "rating_form": RatingForm(auto_id="rating-%s") if state.ended else None,
    }
