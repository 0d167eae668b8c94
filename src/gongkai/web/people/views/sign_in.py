"""Signing in and out."""

from __future__ import annotations

from django import forms
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from gongkai.web.audit.recording import record_alone
from gongkai.web.people.actors import actor_for
from gongkai.web.people.models import Person
from gongkai.web.rights.access import OPEN, actor_of, allow

HOME = "/office/"


class SignIn(forms.Form):
    """Login and password."""

    login = forms.CharField(label="登录名", max_length=40)
    password = forms.CharField(label="口令", max_length=200, widget=forms.PasswordInput)


def back_to(request: HttpRequest) -> str:
    """Where to go afterwards: an address of this site below ``/office/``, else the start page."""
    wanted = request.POST.get("next") or request.GET.get("next") or HOME
    here = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith(HOME)
    return wanted if here and "\\" not in wanted else HOME


@allow(OPEN, "GET", "POST")
def sign_in(request: HttpRequest) -> HttpResponse:
    """The form; a right login and password lead on, with a new session."""
    form = SignIn(request.POST or None)
    wrong = False
    if request.method == "POST" and form.is_valid():
        found = authenticate(
            request,
            username=form.cleaned_data["login"].strip().lower(),
            password=form.cleaned_data["password"],
        )
        if isinstance(found, Person):
            login(request, found)
            now = timezone.now()
            record_alone(actor_for(found, timezone.localdate()), "people.sign_in", str(found.pk), now)
            return redirect(back_to(request))
        if getattr(request, "axes_locked_out", False):
            return locked(request)
        wrong = True
    context = {"form": form, "wrong": wrong, "next": back_to(request)}
    return render(request, "people/sign_in.html", context, status=400 if request.method == "POST" else 200)


def locked(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """429: too many failures of this account from this address."""
    problem = {
        "title": "登录失败次数过多",
        "message": "这个登录名从这台电脑连续登录失败，已暂停登录三十分钟。",
        "steps": ("三十分钟后可以再试。", "忘记口令的，请联系本机关的安全管理员重置。"),
    }
    response = render(request, "office/problem.html", {"problem": problem}, status=429)
    response.headers["Retry-After"] = "1800"
    return response


@allow("office.enter", "POST")
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session on the server, and let the browser forget what it holds."""
    actor = actor_of(request)
    record_alone(actor, "people.sign_out", actor.id, timezone.now())
    logout(request)
    response = redirect("/office/sign-in/")
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
