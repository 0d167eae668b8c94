"""The acts of the intake on a case: confirm it, log a try to reach the applicant, split it, handle it with
another one, void a proven double.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.attempt import log_attempt
from gongkai.web.applications.actions.confirm import confirm
from gongkai.web.applications.actions.split import split
from gongkai.web.applications.actions.split import why_not as not_split
from gongkai.web.applications.actions.together import ARTICLE, join, part
from gongkai.web.applications.actions.void_double import void_double
from gongkai.web.applications.actions.void_double import why_not as not_voided
from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.forms.intake import AttemptForm, ConfirmForm, DoubleForm, OtherForm, SplitForm
from gongkai.web.applications.models import Application
from gongkai.web.applications.urgency import UNCONFIRMED
from gongkai.web.applications.views.acting import Act, act_page
from gongkai.web.applications.views.case import own_case
from gongkai.web.rights.access import actor_of, allow
from gongkai.web.rights.actor import Actor


def not_confirmed(state: CaseState) -> str:
    """Why there is nothing to confirm; empty where there is."""
    return "" if state.stage in UNCONFIRMED else "收到之日已经确定，不需要再确认。"


def other_case(state: CaseState, number: str) -> Application:
    """The case of that number in the same organ; raises :class:`NotAllowed` where there is none."""
    rows = Application.objects.for_organ(state.application.organ_id).filter(number=number.strip())
    found: Application | None = rows.select_related("organ").first()
    if found is None:
        raise NotAllowed("没有这个登记号，请核对。", ARTICLE)
    return found


@allow("applications.register", "GET", "POST")
def receipt(request: HttpRequest, number: str) -> HttpResponse:
    """Both sides have confirmed it."""

    def do(actor: Actor, state: CaseState, form: Any, now: dt.datetime) -> HttpResponse:
        data = form.cleaned_data
        confirm(
            actor,
            state.application,
            data["on"],
            data["seen"],
            now,
            matter=data["matter"],
            words=data["words"],
        )
        messages.success(request, f"已确认，{data['on']:%Y年%-m月%-d日}为收到之日。")
        return redirect(case_address(state.application))

    lead = ("互联网、电子邮件、传真、平信提交的，以双方确认之日为收到之日。",)
    return act_page(request, number, Act("确认收到申请", ConfirmForm, do, lead, "确认收到", not_confirmed))


@allow("applications.register", "GET", "POST")
def attempts(request: HttpRequest, number: str) -> HttpResponse:
    """A try to reach the applicant."""

    def do(actor: Actor, state: CaseState, form: Any, now: dt.datetime) -> HttpResponse:
        data = form.cleaned_data
        log_attempt(actor, state.application, data["on"], data["text"], now, online=data["online"])
        messages.success(request, "已记录这次联系。")
        return redirect(case_address(state.application))

    lead = ("联系不上申请人的，申请先登记，恢复联系之日为收到之日；每次联系都应当留有记录。",)
    return act_page(request, number, Act("记录与申请人的联系", AttemptForm, do, lead, "记录"))


@allow("applications.handle", "GET", "POST")
def parts(request: HttpRequest, number: str) -> HttpResponse:
    """Split it; the page that answers shows the codes of the parts, once."""

    def do(actor: Actor, state: CaseState, form: Any, now: dt.datetime) -> HttpResponse:
        made = split(actor, state.application, form.parts(), form.cleaned_data["seen"], now)
        response = render(request, "applications/parts.html", {"case": state.application, "made": made})
        response.headers["Cache-Control"] = "no-store"
        return response

    lead = (
        "一份申请包含几项互不相同的内容的，可以按一事一申请拆分。拆分出来的各有登记号、查询码、期限和结果，分别计数；",
        "收到之日与原来的一件相同。拆分不改变申请人所写的内容。",
    )
    return act_page(request, number, Act("拆分申请", SplitForm, do, lead, "拆分", not_split))


@allow("applications.handle", "GET", "POST")
def together(request: HttpRequest, number: str) -> HttpResponse:
    """Handle it together with a leading case."""

    def do(actor: Actor, state: CaseState, form: Any, now: dt.datetime) -> HttpResponse:
        lead = other_case(state, form.cleaned_data["other"])
        join(actor, state.application, lead, form.cleaned_data["seen"], now)
        messages.success(request, f"已与{lead.number}合并办理。两件各自保留登记号、期限、结果，分别计数。")
        return redirect(case_address(state.application))

    lead = ("合并办理只是一起研究、一起起草，各件的登记号、期限、结果不变，分别计数、分别答复。",)
    return act_page(request, number, Act("合并办理", OtherForm, do, lead, "合并办理"))


@allow("applications.handle", "POST")
def apart(request: HttpRequest, number: str) -> HttpResponse:
    """Let it go by itself again."""
    one = own_case(request, number)
    try:
        part(actor_of(request), one, timezone.now())
    except NotAllowed as error:
        messages.error(request, error.sentence)
    else:
        messages.success(request, "已分开办理。")
    return redirect(case_address(one))


@allow("applications.approve", "GET", "POST")
def double(request: HttpRequest, number: str) -> HttpResponse:
    """Void a proven double."""

    def do(actor: Actor, state: CaseState, form: Any, now: dt.datetime) -> HttpResponse:
        data = form.cleaned_data
        twin = other_case(state, data["other"])
        void_double(actor, state.application, twin, data["reason"], seen=data["seen"], now=now)
        messages.success(request, f"{state.application.number}已作为{twin.number}的重复提交作废，不再计数。")
        return redirect(case_address(state.application))

    lead = (
        "只有查实同一申请人把同一份申请提交了两次（文字完全相同）的，才能作废后登记的一件。",
        "申请人就相同的信息再次提出申请的，是重复申请，应当登记、计数，并按重复申请告知（《条例》第三十六条第（六）项）。",
    )
    return act_page(request, number, Act("作为重复提交作废", DoubleForm, do, lead, "作废", not_voided))
