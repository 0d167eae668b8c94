"""Standing in: who stands in for me, or, for the system administrator, for anybody of the organ."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from gongkai.web.pages.posting import add_errors, form_page, saved
from gongkai.web.pages.rows import organ_of, own_row
from gongkai.web.people.actions.delegations import delegate, end_delegation
from gongkai.web.people.forms import DelegationForm
from gongkai.web.people.models import Delegation, Person
from gongkai.web.people.views.who import self_of
from gongkai.web.rights.access import actor_of, allow

OWN = "/office/own/"


def _form(request: HttpRequest, principal: Person) -> DelegationForm:
    today = timezone.localdate()
    people = Person.objects.for_organ(organ_of(request)).working(today).exclude(pk=principal.pk)
    return DelegationForm(request.POST or None, people=people.order_by("name"), initial={"since": today})


def _answer(request: HttpRequest, principal: Person, back: str) -> HttpResponse:
    form = _form(request, principal)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            delegate(
                actor_of(request),
                principal,
                values["deputy"],
                timezone.now(),
                since=values["since"],
                until=values["until"] + dt.timedelta(days=1),
                reason=values["reason"],
            )
        except ValidationError as problem:
            add_errors(form, problem)
        else:
            return saved(request, back)
    lead = [f"{principal.name}不在岗期间，受托人可以办理交给{principal.name}的事项。管理员的职责不能委托。"]
    return form_page(request, form, "委托代办", "委托", lead=lead, back=back)


@allow("people.own", "GET", "POST")
def new_own(request: HttpRequest) -> HttpResponse:
    """Ask somebody to stand in for me."""
    return _answer(request, self_of(request), OWN)


@allow("people.edit", "GET", "POST")
def new_for(request: HttpRequest, person: UUID) -> HttpResponse:
    """The system administrator asks somebody to stand in for another."""
    principal = own_row(request, Person, person)
    return _answer(request, principal, f"/office/people/{principal.pk}/")


@allow("people.own", "POST")
def end(request: HttpRequest, delegation: UUID) -> HttpResponse:
    """End one's own delegation, or, as system administrator, another's, from today on."""
    row, actor = own_row(request, Delegation, delegation), actor_of(request)
    mine = row.principal_id == self_of(request).pk
    if not mine and not actor.may("people.edit"):
        raise Http404
    end_delegation(actor, row, timezone.localdate(), timezone.now())
    return redirect(OWN if mine else f"/office/people/{row.principal_id}/")
