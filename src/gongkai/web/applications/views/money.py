"""Pages about money and receipts: an estimate of the fee, a refund, the day on which a notice was
received.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.statute.fees import Fee, Mode, charge
from gongkai.values.errors import NotAllowed, NotInForce
from gongkai.web.applications.actions.receipt import note_receipt, notice_of, why_not
from gongkai.web.applications.actions.refund import refund as give_back
from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.changed import changes_since
from gongkai.web.applications.fee_panel import left, why_no_refund
from gongkai.web.applications.forms.money import MODES, EstimateForm, ReceiptForm, RefundForm
from gongkai.web.applications.kin import ordinal, same_applicant
from gongkai.web.applications.models import Standing
from gongkai.web.applications.views.case import own_state
from gongkai.web.entries.row import Taken
from gongkai.web.pages.posting import add_errors, saved
from gongkai.web.rights.access import actor_of, allow


@allow("applications.read", "GET")
def estimate(request: HttpRequest, number: str) -> HttpResponse:
    """What the fee would be, with every step; nothing is kept."""
    state = own_state(request, number)
    asked = "mode" in request.GET
    form = EstimateForm(request.GET if asked else None, initial={"nth": _place(state)})
    fee = _fee(state, form) if asked and form.is_valid() else None
    context = {
        "case": state.application,
        "form": form,
        "fee": fee,
        "mode": MODES[fee.mode] if fee else "",
        "back": case_address(state.application),
    }
    return render(request, "applications/fee.html", context)


def _place(state: CaseState) -> int | None:
    """Which one of the applicant's applications in its month this is, by the cases that surely are his."""
    application = state.application
    rows = Standing.objects.for_organ(application.organ_id).filter(application=application)
    standing = rows.select_related("application").first()
    return ordinal(application, standing, same_applicant(application)).place if standing else None


def _fee(state: CaseState, form: EstimateForm) -> Fee | None:
    data = form.cleaned_data
    day = state.case.received_on or state.on
    try:
        return charge(
            Mode(data["mode"]), day, nth=data["nth"], pages=data["pages"], already_public=data["public"]
        )
    except (NotAllowed, NotInForce) as error:
        form.add_error(None, str(error))
        return None


@allow("applications.approve", "GET", "POST")
def refund(request: HttpRequest, number: str) -> HttpResponse:
    """Note that a fee was given back."""
    state = own_state(request, number)
    form = RefundForm(request.POST or None, initial={"on": state.on, "amount": left(state) or None})
    more = {"title": "登记退费", "why_not": why_no_refund(state) or ("" if left(state) else "没有缴过费用。")}
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        actor, now = actor_of(request), timezone.now()
        try:
            give_back(actor, state.application, data["amount"], data["on"], data["reason"], now=now)
        except ValidationError as problem:
            add_errors(form, problem)
        else:
            return saved(request, case_address(state.application), f"已登记退费{data['amount']}元。")
    return _page(request, state, form, 422 if form.is_bound else 200, **more)


@allow("applications.handle", "GET", "POST")
def receipt(request: HttpRequest, number: str) -> HttpResponse:
    """Note when the applicant received the notice that the case waits on."""
    state = own_state(request, number)
    row = notice_of(state)
    told = why_not(state)
    more: dict[str, Any] = {
        "title": "补记通知送达日期",
        "why_not": "现在没有等待答复的通知。" if row is None else told,
    }
    form = ReceiptForm(request.POST or None, initial={"seen": state.position, "on": state.on})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            note_receipt(actor_of(request), state.application, data["on"], data["seen"], timezone.now())
        except NotAllowed as error:
            form.add_error(None, error.sentence)
        except Taken:
            typed = request.POST.copy()
            typed["seen"] = str(state.position)
            changes = changes_since(state, data["seen"])
            return _page(request, state, ReceiptForm(typed), 409, changes=changes, **more)
        else:
            return saved(request, case_address(state.application), "已补记送达日期。")
    return _page(request, state, form, 422 if form.is_bound else 200, **more)


def _page(request: HttpRequest, state: CaseState, form: Any, code: int, **more: Any) -> HttpResponse:
    context = {
        "case": state.application,
        "state": state,
        "form": form,
        "back": case_address(state.application),
        **more,
    }
    return render(request, "applications/act.html", context, status=code)
