"""Signing in through the single sign-on of the place; only where the setting switches it on."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.web.audit.recording import record_alone
from gongkai.web.limits.addresses import address_of
from gongkai.web.limits.trying import count
from gongkai.web.people.lockout import voice_of
from gongkai.web.people.models import Person
from gongkai.web.people.oidc import BACK, FAULTS, Ask, Provider, provider
from gongkai.web.people.sessions import LONGEST_KEY, SHOWN_AS
from gongkai.web.people.views.sign_in import HOME, safe
from gongkai.web.people.waiting import after_first
from gongkai.web.rights.access import OPEN, allow

__all__ = ["BACK", "ask", "back"]
log = logging.getLogger("gongkai.single_sign_on")


@allow(OPEN, "GET")
def ask(request: HttpRequest) -> HttpResponse:
    """To the provider."""
    count("single_sign_on", address_of(request), timezone.now())
    answer: HttpResponse = Ask.as_view()(request)
    request.session["single_back"] = safe(request.GET.get("next"))
    request.session[SHOWN_AS] = request.GET.get("mode", "")[:LONGEST_KEY]
    return answer


@allow(OPEN, "GET")
def back(request: HttpRequest) -> HttpResponse:
    """Back from the provider: the person that it names goes on to the second factor, or in."""
    now = timezone.now()
    count("single_sign_on", address_of(request), now)
    state = request.GET.get("state", "")
    asked = request.session.get("oidc_states", {}).pop(state, None)
    request.session.modified = True
    person, reason = None, "state"
    if asked and "code" in request.GET:
        try:
            person = Provider().authenticate(
                request, nonce=asked["nonce"], code_verifier=asked["code_verifier"]
            )
            reason = "unknown"
        except FAULTS as problem:
            # Nothing of what the provider sent: it may hold names.
            reason = type(problem).__name__
            log.warning("single sign-on failed: %s", reason)
    if not isinstance(person, Person):
        record_alone(voice_of(None), "people.single_sign_on_failed", reason, now)
        return _failed(request)
    wanted = request.session.get("single_back", HOME)
    return after_first(request, person, provider().name, wanted, now, single=True)


def _failed(request: HttpRequest) -> HttpResponse:
    name = provider().name
    problem = {
        "title": "没有登录成功",
        "message": f"{name}没有确认您的身份，或者您在本系统还没有账号。",
        "steps": (
            "可以返回登录页再试一次，或者用登录名和口令登录。",
            "还没有账号的，请联系本机关的系统管理员添加。",
        ),
    }
    return render(request, "office/problem.html", {"problem": problem}, status=403)
