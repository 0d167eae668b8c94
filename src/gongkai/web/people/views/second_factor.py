"""One's own second factor: bind an authenticator, get new recovery codes."""

from __future__ import annotations

import datetime as dt

import segno
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gongkai.web.pages.posting import add_errors, form_page
from gongkai.web.people.actions import second_factor as acts
from gongkai.web.people.checking import check_present
from gongkai.web.people.forms import ConfirmForm, PresentPasswordForm
from gongkai.web.people.models import Person, SecondFactor
from gongkai.web.people.steps import has_second_factor, needs_second_factor
from gongkai.web.people.views.who import self_of
from gongkai.web.rights.access import actor_of, allow

ISSUER = "政府信息公开"
BIND = "/office/own/second-factor/bind/"
OWN = "/office/own/"


def _begun(person: Person) -> SecondFactor | None:
    rows = SecondFactor.objects.for_organ(person.organ_id).filter(
        person=person, confirmed_at=None, ended_at=None
    )
    found: SecondFactor | None = rows.select_related("person", "organ").first()
    return found


def _knows_present(form: PresentPasswordForm, person: Person, now: dt.datetime) -> bool:
    """Whether the present password was given; otherwise the form says what is wrong."""
    if not form.is_valid():
        return False
    try:
        check_present(person, form.cleaned_data["present"], now)
    except ValidationError as problem:
        add_errors(form, problem)
        return False
    return True


@allow("people.own", "GET", "POST")
def begin(request: HttpRequest) -> HttpResponse:
    """Ask for the present password again, then begin to bind an authenticator."""
    person, now = self_of(request), timezone.now()
    form = PresentPasswordForm(request.POST or None)
    if request.method == "POST" and _knows_present(form, person, now):
        acts.begin(actor_of(request), person, now)
        return redirect(BIND)
    lead = [
        "动态口令是口令之外的第二重验证：手机上装一个验证器（支持TOTP，即RFC 6238的都可以），不需要联网。"
    ]
    if has_second_factor(person):
        lead.append("您已经绑定了验证器。绑定新的以后，原来的随即失效。")
    elif needs_second_factor(actor_of(request)):
        lead.append("按照本系统的设置，绑定以后才能办理其他事项。")
    return form_page(request, form, "绑定动态口令验证器", "开始绑定", lead=lead)


@allow("people.own", "GET", "POST")
def bind(request: HttpRequest) -> HttpResponse:
    """The picture to scan; its first code takes it into use and shows the recovery codes, once."""
    row, now = _begun(self_of(request)), timezone.now()
    if row is None:
        return redirect("/office/own/second-factor/")
    form = ConfirmForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            codes = acts.confirm(actor_of(request), row, form.cleaned_data["code"], now)
        except ValidationError as problem:
            form.add_error("code", problem)
        else:
            return render(request, "people/codes.html", {"codes": codes, "bound": True})
    address = acts.address_for_app(row, ISSUER)
    picture = segno.make(address, error="m").svg_data_uri(scale=5, border=4)
    secret = row.opened("secret")
    spoken = " ".join(secret[i : i + 4] for i in range(0, len(secret), 4))
    context = {"form": form, "picture": picture, "spoken": spoken}
    return render(request, "people/bind.html", context, status=400 if form.is_bound else 200)


@allow("people.own", "GET", "POST")
def codes(request: HttpRequest) -> HttpResponse:
    """New recovery codes in place of the old, shown once."""
    person, now = self_of(request), timezone.now()
    form = PresentPasswordForm(request.POST or None)
    if request.method == "POST" and _knows_present(form, person, now):
        made = acts.renew_codes(actor_of(request), person, now)
        return render(request, "people/codes.html", {"codes": made})
    lead = ["手机不在身边时，可以用恢复码代替动态口令。每个恢复码只能用一次；生成新的以后，原来的全部失效。"]
    return form_page(request, form, "生成恢复码", "生成", lead=lead, back=OWN)
