"""登记申请: choose how it came in, fill the form, hand out the slip with number and query code."""

from __future__ import annotations

import secrets

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gongkai.statute.events import Channel
from gongkai.statute.receipt import ARTICLES, CONFIRMED
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.file import file
from gongkai.web.applications.forms.registering import WHO, RegisterForm
from gongkai.web.applications.models import Application
from gongkai.web.applications.models.application import CHANNELS
from gongkai.web.applications.views.cases import address
from gongkai.web.pages.rows import organ_of
from gongkai.web.rights.access import actor_of, allow

NEW = "/office/applications/new/"
HINTS = {
    Channel.IN_PERSON: "收到之日为当面提交之日。请核对身份证件。",
    Channel.ORAL: "书写确有困难的，代为填写，向申请人宣读并请其签名。收到之日为提出之日。",
    Channel.REGISTERED_MAIL: "挂号信、特快专递等，收到之日为签收之日。",
    Channel.PLAIN_MAIL: "没有签收的信件，应当当天与申请人确认，收到之日为确认之日。",
    Channel.FAX: "收到之日为双方确认之日。",
    Channel.EMAIL: "收到之日为双方确认之日（比照互联网渠道，条例没有单独规定，此为推断）。",
}
"""The ways that a clerk registers; what is filed on the web arrives by itself."""


@allow("applications.register", "GET")
def choose(request: HttpRequest) -> HttpResponse:
    """How did it come in, and from whom?"""
    ways = [
        {"key": str(channel), "words": CHANNELS[channel], "hint": hint, "article": ARTICLES[channel]}
        for channel, hint in HINTS.items()
    ]
    return render(request, "applications/choose.html", {"ways": ways, "who": WHO.items()})


def channel_of(key: str) -> Channel:
    """The channel of that key; raises ``Http404`` for one that no clerk registers."""
    if key not in {str(one) for one in HINTS}:
        raise Http404
    return Channel(key)


@allow("applications.register", "GET", "POST")
def register(request: HttpRequest, channel: str) -> HttpResponse:
    """The form; once it holds, the slip on the page that answers: the code is never shown again."""
    organ, actor, now = organ_of(request), actor_of(request), timezone.now()
    way = channel_of(channel)
    who = request.GET.get("who", "")
    who = who if who in WHO else next(iter(WHO))
    today = timezone.localdate()
    if request.method == "POST":
        form = RegisterForm(way, who, today, request.POST)
        if form.is_valid():
            try:
                application, code = file(actor, organ, form.filing(), now)
            except NotAllowed as error:
                form.add_error("on", f"{error.sentence}（{error.article}）")
            else:
                return registered(request, application, code)
    else:
        form = RegisterForm(way, who, today, initial={"once_key": secrets.token_hex(16)})
    context = {"form": form, "way": way, "words": CHANNELS[way], "hint": HINTS[way], "who": WHO[who]}
    return render(request, "applications/register.html", context, status=422 if form.errors else 200)


def registered(request: HttpRequest, application: Application, code: str) -> HttpResponse:
    """The slip; what was posted twice leads to the one registered at first."""
    if not code:
        messages.warning(request, f"这一份已经登记为{application.number}，没有重复登记。")
        return redirect(address(application.number))
    return slip(request, application, code)


def slip(request: HttpRequest, application: Application, code: str) -> HttpResponse:
    """The slip with number and code, to be printed and handed over."""
    context = {
        "application": application,
        "code": code,
        "channel": CHANNELS[Channel(application.channel)],
        "waits": application.channel in CONFIRMED,
        "oral": application.channel == Channel.ORAL,
        "address": request.build_absolute_uri("/case/"),
    }
    response = render(request, "applications/slip.html", context)
    response.headers["Cache-Control"] = "no-store"
    return response
