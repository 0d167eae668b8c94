"""Signing in and out: login and password, then the code."""

from __future__ import annotations

from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from gongkai.web.limits.addresses import address_of
from gongkai.web.limits.answering import too_many
from gongkai.web.limits.trying import TooMany, check, count
from gongkai.web.people.actions.second_factor import WRONG
from gongkai.web.people.checking import passes_second
from gongkai.web.people.forms import CodeForm, SignInForm
from gongkai.web.people.models import Person
from gongkai.web.people.oidc_settings import single_sign_on
from gongkai.web.people.policy import policy
from gongkai.web.people.sessions import begin, end
from gongkai.web.people.views.who import self_of
from gongkai.web.people.waiting import after_first, waiting
from gongkai.web.rights.access import OPEN, SIGN_IN, actor_of, allow

HOME = "/office/"


def back_to(request: HttpRequest) -> str:
    """Where to go afterwards: an address of this site below ``/office/``, else the start page."""
    return safe(request.POST.get("next") or request.GET.get("next"))


def safe(wanted: str | None) -> str:
    """That address where it is one of this site below ``/office/``, else the start page (security
    check C28).
    """
    wanted = wanted or HOME
    here = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith(HOME)
    plain = wanted.isascii() and wanted.isprintable() and "\\" not in wanted and "/../" not in wanted
    return wanted if here and plain and not wanted.startswith(SIGN_IN) else HOME


@allow(OPEN, "GET", "POST")
def sign_in(request: HttpRequest) -> HttpResponse:
    """The form; a right login and password lead on, to the second factor or into a new session."""
    now, wrong = timezone.now(), False
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        check("sign_in_address", address_of(request), now)
        name = form.cleaned_data["login"].strip().lower()
        found = authenticate(request, username=name, password=form.cleaned_data["password"])
        if isinstance(found, Person):
            return after_first(request, found, "口令", back_to(request), now)
        count("sign_in_address", address_of(request), now)
        if getattr(request, "axes_locked_out", False):
            return locked(request)
        wrong = True
    context = {
        "form": form,
        "wrong": wrong,
        "next": back_to(request),
        "rules": policy(),
        "single": single_sign_on(),
    }
    return render(request, "people/sign_in.html", context, status=400 if request.method == "POST" else 200)


@allow(OPEN, "GET", "POST")
def code(request: HttpRequest) -> HttpResponse:
    """The second step: the code of the authenticator, or a recovery code."""
    now = timezone.now()
    found = waiting(request, now)
    if found is None:
        return redirect(SIGN_IN)
    person, way, back, single = found
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            passed = passes_second(request, person, form.cleaned_data["code"], now)
        except TooMany as problem:
            request.session.flush()
            return too_many(request, problem)
        if passed:
            begin(request, person, f"{way}和{passed}", now, single=single)
            return redirect(back)
        form.add_error("code", WRONG)
    status = 400 if request.method == "POST" else 200
    return render(request, "people/code.html", {"form": form}, status=status)


def locked(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """429: too many failures of this account from this address."""
    minutes = policy().lock_minutes
    problem = {
        "title": "登录失败次数过多",
        "message": f"这个登录名从这个网络地址连续登录失败，已暂停登录{minutes}分钟。",
        "steps": (f"{minutes}分钟后可以再试。", "忘记口令的，请联系本机关的安全管理员重置。"),
    }
    response = render(request, "office/problem.html", {"problem": problem}, status=429)
    response.headers["Retry-After"] = str(minutes * 60)
    return response


@allow("people.own", "POST")
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session on the server, and let the browser forget what it holds."""
    end(request, actor_of(request), self_of(request), timezone.now())
    return signed_out()


def signed_out() -> HttpResponse:
    """To the sign-in page, with an empty browser."""
    response = redirect(SIGN_IN)
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
