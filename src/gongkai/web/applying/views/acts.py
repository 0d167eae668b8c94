"""What the applicant does on the page of his case: each posts to a noun, with the pass and what he saw.

The answer is the page of the case as it then stands. Where the office did something meanwhile, it is 409 and
says what; what was typed stays in its form.

Source: security checks C12, C38, C41.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from gongkai.files.names import content_disposition
from gongkai.values.errors import FileError, NotAllowed
from gongkai.web.applications.models import Application
from gongkai.web.applying.actions.answer import answer
from gongkai.web.applying.actions.confirm import confirm
from gongkai.web.applying.actions.fetch import fetch
from gongkai.web.applying.actions.rate import rate
from gongkai.web.applying.actions.withdraw import withdraw
from gongkai.web.applying.answering import not_there, problem, public
from gongkai.web.applying.bringing import given, kept, sent
from gongkai.web.applying.forms.case import ConfirmForm, QueryForm, RatingForm, TextForm, WithdrawForm
from gongkai.web.applying.holding import NotHeld, for_answer
from gongkai.web.applying.keys import application_of
from gongkai.web.applying.views.case import shown
from gongkai.web.entries.row import Taken
from gongkai.web.limits.addresses import address_of
from gongkai.web.limits.trying import count
from gongkai.web.pages.forms import OfficeForm

SANDBOX = "default-src 'none'; sandbox"
CHANGED = (
    "您打开页面以后，这件申请有了新的进展，见下面的时间线。"
    "刚才的内容没有提交，还留在下面，请看过新进展再决定是否提交。"
)


def opened(request: HttpRequest) -> Application | HttpResponse:
    """The case of the pass; else a page that asks for number and code anew and shows what was typed."""
    found = application_of(request.POST.get("pass", ""))
    if found is not None:
        count("case_act", address_of(request), timezone.now())
        return found
    typed, files = request.POST.get("text", ""), request.POST.get("held") or request.FILES
    context = {"form": QueryForm(), "ended": True, "typed": typed, "files": bool(files)}
    return render(request, "applying/query.html", context, status=403)


def acted(
    request: HttpRequest,
    name: str,
    form: OfficeForm,
    act: Callable[[Application], Sequence[str]],
    said: str,
) -> HttpResponse:
    """Check the form, do the act, show the page: 400 where the form or the law objects, 409 where the case
    changed meanwhile.
    """
    application = opened(request)
    if isinstance(application, HttpResponse):
        return application

    def back(status: int, **more: str) -> HttpResponse:
        if isinstance(form, TextForm):
            purpose = for_answer(application, name.removesuffix("_form"))
            form.held = kept(request, application.organ, purpose)
        return shown(request, application, status, **{name: form}, **more)

    if not form.is_valid():
        return back(400)
    try:
        left = act(application)
    except Taken:
        return back(409, changed=CHANGED)
    except NotHeld:
        return back(400)
    except NotAllowed as error:
        form.add_error(None, f"{error.sentence}（{error.article}）")
        return back(400, refused=error.sentence)
    return shown(request, application, said=said, left=left)


@public("POST")
def correction(request: HttpRequest) -> HttpResponse:
    """Answer a correction notice."""
    return texted(request, "correction", "您的补正已经收到，答复期限从今天起重新计算。")


@public("POST")
def reasons(request: HttpRequest) -> HttpResponse:
    """Give the reasons that were asked for."""
    return texted(request, "reasons", "您说明的理由已经收到。")


@public("POST")
def material(request: HttpRequest) -> HttpResponse:
    """Send something more."""
    return texted(request, "material", "您补充的材料已经收到。")


@public("POST")
def suggestion(request: HttpRequest) -> HttpResponse:
    """Suggest that it be disclosed to everybody (art. 44)."""
    return texted(request, "suggestion", "您的建议已经收到，机关审核后决定是否主动公开。")


@public("POST")
def receipt(request: HttpRequest) -> HttpResponse:
    """Confirm the receipt, where the office has asked."""
    form = ConfirmForm(request.POST, auto_id="receipt-%s")

    def act(application: Application) -> Sequence[str]:
        confirm(application, form.cleaned_data["seen"], timezone.now())
        return ()

    return acted(
        request, "receipt_form", form, act, "已经确认，今天为机关收到申请之日，答复期限从今天起计算。"
    )


def texted(request: HttpRequest, kind: str, said: str) -> HttpResponse:
    """A text with files."""
    form = TextForm(request.POST, auto_id=f"{kind}-%s")

    def act(application: Application) -> Sequence[str]:
        data = form.cleaned_data
        now = timezone.now()
        files, said = sent(request), given(request)
        return answer(application, kind, data["text"], data["seen"], files=files, now=now, given=said)

    return acted(request, f"{kind}_form", form, act, said)


@public("POST")
def withdrawal(request: HttpRequest) -> HttpResponse:
    """Withdraw."""
    form = WithdrawForm(request.POST, auto_id="withdraw-%s")

    def act(application: Application) -> Sequence[str]:
        withdraw(application, form.cleaned_data["text"], form.cleaned_data["seen"], timezone.now())
        return ()

    return acted(request, "withdraw_form", form, act, "申请已经撤回，不再办理。")


@public("POST")
def rating(request: HttpRequest) -> HttpResponse:
    """Rate."""
    form = RatingForm(request.POST, auto_id="rating-%s")

    def act(application: Application) -> Sequence[str]:
        rate(application, form.cleaned_data["score"], form.cleaned_data["words"], timezone.now())
        return ()

    return acted(request, "rating_form", form, act, "您的评价已经收到，谢谢。")


@public("POST")
def letter(request: HttpRequest) -> HttpResponseBase:
    """A file that was sent to the applicant, as a download."""
    application = opened(request)
    if isinstance(application, HttpResponse):
        return application
    try:
        found = fetch(application, UUID(request.POST.get("file", "")), timezone.now())
    except ValueError:
        found = None
    except FileError:
        words = "文件暂时取不出来，机关的系统管理员需要处理。"
        return problem(request, "文件无法发送", words, "请稍后再试，或者联系机关。", status=500)
    if found is None:
        return not_there(request)
    file, data = found
    response = HttpResponse(data, content_type=file.media_type)
    response.headers["Content-Disposition"] = content_disposition(file.name)
    response.headers["Content-Security-Policy"] = SANDBOX
    return response
