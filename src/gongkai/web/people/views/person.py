"""One person: what is known, adding, changing, the logged look at phone and mail."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.web.limits.trying import count
from gongkai.web.pages.posting import add_errors, form_page, saved
from gongkai.web.pages.rows import organ_of, own_row
from gongkai.web.people.actions.accounts import PRIVATE, add_person, change_person, reveal
from gongkai.web.people.actions.hand_over import suggested_roles
from gongkai.web.people.actions.reset import first_password
from gongkai.web.people.forms_people import NewPersonForm, PersonForm, role_names
from gongkai.web.people.lockout import locked_now
from gongkai.web.people.models import Delegation, HandOver, Person, RoleGrant, Unit
from gongkai.web.people.steps import has_second_factor
from gongkai.web.rights.access import actor_of, allow

PEOPLE = "/office/people/"
LABELS = {"phone": "手机号码", "email": "电子邮箱"}


@allow("people.read", "GET")
def person(request: HttpRequest, person: UUID) -> HttpResponse:
    """What is known of a person."""
    return show(request, own_row(request, Person, person))


def show(request: HttpRequest, row: Person, **more: object) -> HttpResponse:
    """The page of a person, with what one act shows once."""
    organ, today, now = organ_of(request), timezone.localdate(), timezone.now()
    grants = RoleGrant.objects.for_organ(organ).filter(person=row).select_related("unit").order_by("-since")
    handed = HandOver.objects.for_organ(organ).select_related("giver", "taker")
    names = role_names()
    context = {
        "person": row,
        "today": today,
        "grants": [(one, one.holds_on(today) or one.since > today) for one in grants if one.role in names],
        "delegations": Delegation.objects.for_organ(organ)
        .filter(principal=row)
        .select_related("deputy")[:20],
        "handed": [*handed.filter(giver=row), *handed.filter(taker=row)],
        "second": has_second_factor(row),
        "locked_until": locked_now([row], now).get(row.login),
        "suggested": [names[key] for key in suggested_roles(row, today)],
        "private": [(key, words, bool(len(getattr(row, key)))) for key, words in LABELS.items()],
    }
    return render(request, "people/person.html", context | more)


@allow("people.edit", "GET", "POST")
def new(request: HttpRequest) -> HttpResponse:
    """Add a person; the first password is shown once."""
    organ, today = organ_of(request), timezone.localdate()
    units = Unit.objects.for_organ(organ).on(today)
    form = NewPersonForm(request.POST or None, organ=organ, units=units, initial={"joined_on": today})
    if request.method == "POST" and form.is_valid():
        values = form.values()
        password = first_password(values["login"], values["name"])
        try:
            made = add_person(
                actor_of(request),
                organ,
                timezone.now(),
                on=values.pop("joined_on"),
                password=password,
                **values,
            )
        except ValidationError as problem:
            add_errors(form, problem)
        else:
            return render(
                request, "people/first_password.html", {"person": made, "password": password, "added": True}
            )
    lead = ["第一次登录用的口令由系统生成，添加后显示一次；本人登录后必须更换。角色由安全管理员授予。"]
    return form_page(request, form, "添加人员", "添加", lead=lead, back=PEOPLE)


@allow("people.edit", "GET", "POST")
def change(request: HttpRequest, person: UUID) -> HttpResponse:
    """Change what is known of a person."""
    row = own_row(request, Person, person)
    units = Unit.objects.for_organ(organ_of(request)).on(timezone.localdate())
    initial = {"name": row.name, "unit": row.unit_id, "post": row.post}
    form = PersonForm(request.POST or None, units=units, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            change_person(actor_of(request), row, timezone.now(), **form.values())
        except ValidationError as problem:
            add_errors(form, problem)
        else:
            return saved(request, f"{PEOPLE}{row.pk}/")
    lead = ["手机号码和电子邮箱留空的，保持原样。"]
    return form_page(request, form, f"更改{row.name}", "保存", lead=lead, back=f"{PEOPLE}{row.pk}/")


@allow("people.read", "POST")
def look(request: HttpRequest, person: UUID, field: str) -> HttpResponse:
    """Show phone or mail, once, on the page that answers; the look leaves a line of audit."""
    row = own_row(request, Person, person)
    if field not in PRIVATE:
        raise Http404
    actor, now = actor_of(request), timezone.now()
    count("reveal", actor.id, now)
    return show(request, row, revealed={field: reveal(actor, row, field, now)})
