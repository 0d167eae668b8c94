"""督办: what comes near its last day, what is over it, what was answered too late; and the urging itself."""

from __future__ import annotations

import datetime as dt
from functools import reduce
from operator import or_
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from gongkai.web.applications.actions.urge import urge
from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.forms.intake import UrgeForm
from gongkai.web.applications.urgency import WORDS, Horizon, Urgency
from gongkai.web.applications.views.acting import Act, act_page
from gongkai.web.applications.views.cases import address, filters_for, handler_words, stage_words, standings
from gongkai.web.pages.lists import Choice, Column, Listing
from gongkai.web.pages.rows import organ_of
from gongkai.web.rights.access import allow
from gongkai.web.rights.actor import Actor
from gongkai.web.workdays.door import calendar_for

STILL = (Urgency.SOON, Urgency.TODAY, Urgency.OVERDUE)
KINDS = (*STILL, Urgency.DONE_LATE)
COLUMNS = (
    Column("number", "登记号", sort="number", link=lambda one: address(one.number)),
    Column("matter", "事项", lambda one: one.matter or "（未写明）"),
    Column("received_on", "收到日期", sort="received_on"),
    Column("stage", "办理环节", stage_words),
    Column("due", "答复期限", sort="due"),
    Column("closed_on", "办结日期"),
    Column("handler", "承办", handler_words),
    Column("urged", "督办次数", lambda one: len(one.application.urgings.all()) or "", number=True),
)


@allow("applications.read", "GET")
def oversight(request: HttpRequest) -> HttpResponse:
    """The three kinds of 督办 in one list, by filter."""
    organ, today = organ_of(request), timezone.localdate()
    horizon = Horizon.of(today, calendar_for(organ.region))
    if request.GET.get("days") == Urgency.DONE_LATE:
        concerned = horizon.query(Urgency.DONE_LATE)
    else:
        # What is done is shown where it is asked for; what is still to do comes first. That all of it is due
        # by then follows from the kinds, and is said for the index.
        concerned = reduce(or_, map(horizon.query, STILL)) & Q(due__lte=horizon.soon)
    rows = standings(organ, today).filter(concerned).prefetch_related("application__urgings")
    words = tuple((str(kind), WORDS[kind]) for kind in KINDS)
    kept = [one for one in filters_for(organ, today) if one.key in {"unit", "person", "year"}]
    listing = Listing(
        "oversight",
        "督办",
        COLUMNS,
        rows,
        search=("number", "matter"),
        filters=(Choice("days", "种类", words, horizon.query), *kept),
        empty="没有这一类申请。",
        order="due",
    )
    return listing.answer(request, "applications/oversight.html")


@allow("applications.approve", "GET", "POST")
def urging(request: HttpRequest, number: str) -> HttpResponse:
    """Urge one case on."""

    def do(actor: Actor, state: CaseState, form: Any, now: dt.datetime) -> HttpResponse:
        urge(actor, state.application, form.cleaned_data["text"], now)
        messages.success(request, "已督办，并通知承办人。")
        return redirect(case_address(state.application))

    lead = ("督办要求会通知承办人（没有分办的，通知工作机构负责人），并随案卷保存。",)
    return act_page(request, number, Act("督办", UrgeForm, do, lead, "督办"))
