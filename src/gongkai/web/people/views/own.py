"""One's own account: what holds, the sign-ins, a new password, signing out everywhere."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.web.pages.posting import add_errors, form_page, saved
from gongkai.web.people.actions.accounts import set_own_password
from gongkai.web.people.actions.second_factor import codes_left
from gongkai.web.people.checking import check_present
from gongkai.web.people.forms import OwnPasswordForm
from gongkai.web.people.models import Delegation, SignIn
from gongkai.web.people.policy import policy
from gongkai.web.people.sessions import KEY, end_everywhere
from gongkai.web.people.steps import has_second_factor, needs_second_factor, password_is_old
from gongkai.web.people.views.sign_in import signed_out
from gongkai.web.people.views.who import self_of
from gongkai.web.rights.access import actor_of, allow

SHOWN = 30
OWN = "/office/own/"


@allow("people.own", "GET")
def own(request: HttpRequest) -> HttpResponse:
    """What holds for one's own sign-in, and the last sign-ins."""
    person, rules, today = self_of(request), policy(), timezone.localdate()
    delegations = Delegation.objects.for_organ(person.organ_id)
    context = {
        "person": person,
        "rules": rules,
        "change_by": person.password_set_at + dt.timedelta(days=rules.days)
        if rules.days and person.password_set_at
        else None,
        "second": has_second_factor(person),
        "second_needed": needs_second_factor(actor_of(request)),
        "codes_left": codes_left(person),
        "sign_ins": _sign_ins(request)[:10],
        "given": delegations.filter(principal=person).select_related("deputy").order_by("-since")[:10],
        "taken": delegations.on(today).filter(deputy=person).select_related("principal"),
        "today": today,
    }
    return render(request, "people/own.html", context)


def _sign_ins(request: HttpRequest) -> list[dict[str, Any]]:
    person, now, rules = self_of(request), timezone.now(), policy()
    rows = list(SignIn.objects.for_organ(person.organ_id).filter(person=person)[:SHOWN])
    idle, whole = dt.timedelta(minutes=rules.idle_minutes), dt.timedelta(hours=rules.session_hours)
    here = request.session.get(KEY)
    return [{"row": r, "here": str(r.pk) == here, "open": r.lasts_at(now, idle, whole)} for r in rows]


@allow("people.own", "GET")
def sign_ins(request: HttpRequest) -> HttpResponse:
    """One's own last sign-ins."""
    return render(request, "people/sign_ins.html", {"sign_ins": _sign_ins(request), "shown": SHOWN})


@allow("people.own", "POST")
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """End all one's sessions."""
    end_everywhere(request, actor_of(request), self_of(request), timezone.now())
    return signed_out()


@allow("people.own", "GET", "POST")
def password(request: HttpRequest) -> HttpResponse:
    """A new password in place of the present one."""
    person, now = self_of(request), timezone.now()
    form = OwnPasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            check_present(person, form.cleaned_data["present"], now)
            set_own_password(
                actor_of(request), person, form.cleaned_data["new"], now, keep=request.session.get(KEY)
            )
        except ValidationError as problem:
            if hasattr(problem, "error_dict"):
                add_errors(form, problem)
            else:
                form.add_error("new", problem)
        else:
            update_session_auth_hash(request, person)
            return saved(request, OWN)
    lead = []
    if person.must_set_password:
        lead = ["现在的口令是别人为您设置的，只供第一次登录。请先换成只有您自己知道的口令。"]
    elif password_is_old(person, now):
        lead = [f"口令已经使用满{policy().days}天，按照本系统的登录策略，请先更换。"]
    return form_page(request, form, "更改口令", "更改", lead=lead, back="" if lead else OWN)
