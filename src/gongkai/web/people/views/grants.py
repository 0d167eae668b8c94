"""Granting and taking back roles, and resetting a sign-in: the security administrator's pages."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gongkai.web.pages.forms import OfficeForm
from gongkai.web.pages.posting import add_errors, form_page, saved
from gongkai.web.pages.rows import organ_of, own_row
from gongkai.web.people.actions.reset import reset_sign_in
from gongkai.web.people.actions.roles import grant, take_back
from gongkai.web.people.actors import roles_of
from gongkai.web.people.forms_people import GrantForm
from gongkai.web.people.models import Person, RoleGrant, Unit
from gongkai.web.rights.access import actor_of, allow
from gongkai.web.rights.roles import conflict, roles

PERSON = "/office/people/{}/"


@allow("people.grant", "GET", "POST")
def new(request: HttpRequest, person: UUID) -> HttpResponse:
    """Grant a role; those that the present ones exclude are not offered, and the page says why."""
    row, today = own_row(request, Person, person), timezone.localdate()
    held = roles_of(row, today)
    closed = {key: problem for key in roles() if (problem := conflict(held, key))}
    choices = {key: one.name for key, one in roles().items() if key not in closed}
    units = Unit.objects.for_organ(organ_of(request)).on(today)
    form = GrantForm(request.POST or None, units=units, open_roles=choices, initial={"since": today})
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            grant(
                actor_of(request), row, values["role"], values["since"], timezone.now(), unit=values["unit"]
            )
        except ValidationError as problem:
            add_errors(form, problem)
        else:
            return saved(request, PERSON.format(row.pk))
    said = {"title": f"给{row.name}授予角色", "closed": sorted(set(closed.values())), "all": roles().values()}
    context = {"form": form, "person": row, **said}
    return render(request, "people/grant.html", context, status=400 if form.is_bound else 200)


@allow("people.grant", "POST")
def end(request: HttpRequest, rolegrant: UUID) -> HttpResponse:
    """Take a role back, from today on."""
    row = own_row(request, RoleGrant, rolegrant)
    take_back(actor_of(request), row, timezone.localdate(), timezone.now())
    return redirect(PERSON.format(row.person_id))


@allow("people.reset_sign_in", "GET", "POST")
def reset(request: HttpRequest, person: UUID) -> HttpResponse:
    """Reset password and second factor; the new first password is shown once."""
    row = own_row(request, Person, person)
    form = OfficeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            password = reset_sign_in(actor_of(request), row, timezone.now())
        except ValidationError as problem:
            add_errors(form, problem)
        else:
            return render(request, "people/first_password.html", {"person": row, "password": password})
    lead = [
        f"将为{row.name}生成新的首次登录口令，显示一次；原来的口令、动态口令验证器和恢复码全部失效，正在使用的登录全部退出。",
        "请先核实是本人提出，再办理。",
    ]
    back = PERSON.format(row.pk)
    return form_page(request, form, f"重置{row.name}的登录", "重置", lead=lead, back=back)
