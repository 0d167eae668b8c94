"""Archiving a case, erasing it after its time, proposing it to everybody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gongkai.values.errors import NotAllowed
from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.kin import same_matter
from gongkai.web.applications.models import Application
from gongkai.web.pages.forms import OfficeForm
from gongkai.web.replies.actions import archive as archiving
from gongkai.web.replies.actions import erase as erasing
from gongkai.web.replies.actions.propose import propose
from gongkai.web.replies.contents import contents
from gongkai.web.replies.forms import ArchiveForm, ProposeForm, ReasonForm
from gongkai.web.replies.models import Archive
from gongkai.web.replies.suggested import suggestions
from gongkai.web.replies.views.shelf import own_application
from gongkai.web.rights.access import actor_of, allow, not_there
from gongkai.web.rights.actor import Forbidden

Do = Callable[[dict[str, Any]], str]


MOST = 10
"""Numbers of other applications that are named."""


def _act(
    request: HttpRequest, form: OfficeForm, template: str, context: dict[str, Any], do: Do
) -> HttpResponse:
    """The form on GET; on POST what it asks for, or the form with what is wrong."""
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(do(form.cleaned_data))
        except Forbidden:
            return not_there(request)
        except NotAllowed as error:
            form.add_error(None, f"{error.sentence}（{error.article}）")
    status = 422 if request.method == "POST" else 200
    return render(request, template, context | {"form": form}, status=status)


def _form(request: HttpRequest, form: type[OfficeForm]) -> OfficeForm:
    return form(request.POST if request.method == "POST" else None)


def _page(application: Application, title: str, button: str, *lead: str) -> dict[str, Any]:
    return {"title": title, "button": button, "lead": lead, "back": case_address(application)}


@allow("applications.handle", "GET", "POST")
def archive(request: HttpRequest, number: str) -> HttpResponse:
    """The numbered list, and closing the file; once closed, the list as it was kept."""
    application = own_application(request, number)
    state = state_of(application, timezone.localdate())
    held = Archive.objects.for_organ(application.organ_id).filter(application=application).first()
    context: dict[str, Any] = {
        "application": application,
        "archive": held,
        "listed": held.listed if held else contents(state),
        "why_not": archiving.why_not(state),
        "back": case_address(application),
    }

    def do(data: dict[str, Any]) -> str:
        one = archiving.archive(actor_of(request), application, data["retention"], timezone.now())
        messages.success(request, f"已经归档，案卷号{one.number}。")
        return case_address(application, "archive")

    form = ArchiveForm(request.POST or None).of(application.organ, timezone.localdate())
    return _act(request, form, "replies/archive.html", context, do)


@allow("applications.approve", "GET", "POST")
def erasure(request: HttpRequest, number: str) -> HttpResponse:
    """Erase what is left of a person after its time."""
    application = own_application(request, number)
    why = erasing.why_not(application, timezone.localdate())
    context = _page(
        application, f"清除申请{application.number}的个人信息", "清除",
        "清除申请人信息、申请内容、文书和审核的文字、记录和全部附件，不能恢复。",
        "登记号、办理过程的日期、申请人类别和办理结果保留，各年度的统计不变。",
        *([f"现在不能清除：{why}"] if why else []),
    )  # fmt: skip

    def do(data: dict[str, Any]) -> str:
        erasing.erase(actor_of(request), application, data["reason"], timezone.now())
        messages.success(request, "已经清除，清除的记录留存。")
        return case_address(application)

    return _act(request, _form(request, ReasonForm), "pages/form.html", context, do)


def _others(application: Application) -> str:
    """Whether others asked for the same thing: what art. 44 starts from."""
    found = same_matter(application)
    if not found:
        return "没有发现其他申请人要求相同信息的申请。"
    numbers = "、".join(one.standing.number for one in found[:MOST])
    return f"其他申请人要求相同或者相近信息的申请{len(found)}件：{numbers}，请核对。"


@allow("applications.handle", "GET", "POST")
def drafts(request: HttpRequest, number: str) -> HttpResponse:
    """Begin a draft for everybody from the case."""
    application = own_application(request, number)
    context = _page(
        application, f"申请{application.number}转主动公开、答复选登", "起草",
        "按办件起草一份信息发布稿，个人信息先行遮盖；改好以后送审、保密审查，再发布。",
        "多个申请人就相同的信息提出申请、该信息可以公开的，可以纳入主动公开的范围；"
        "申请人建议纳入的，应当审核。答复选登由本机关自行决定。",
        _others(application),
        *suggestions(application),
    )  # fmt: skip

    def do(data: dict[str, Any]) -> str:
        made = propose(actor_of(request), application, data["purpose"], data["reason"], timezone.now())
        messages.success(request, "已经起草。请改好以后送审。")
        return f"/office/drafts/{made.draft_id}/"

    return _act(request, _form(request, ProposeForm), "pages/form.html", context, do)
