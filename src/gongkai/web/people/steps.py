"""What must be done before anything else: end of the session, own password, second factor.

A middleware and not a decorator, so that no page, old or new, can be reached past it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from gongkai.web.people.models import Person, SecondFactor
from gongkai.web.people.policy import policy
from gongkai.web.people.sessions import SINGLE, holds
from gongkai.web.rights.access import SIGN_IN, to_sign_in
from gongkai.web.rights.actor import NOBODY, Actor
from gongkai.web.rights.roles import role

PASSWORD = "/office/own/password/"  # noqa: S105  an address
SECOND_FACTOR = "/office/own/second-factor/"
ALWAYS = (SIGN_IN, "/office/sign-out/")


def password_is_old(person: Person, now: dt.datetime) -> bool:
    """Whether the policy asks for a new password by now."""
    days = policy().days
    return bool(days and person.password_set_at and now - person.password_set_at >= dt.timedelta(days=days))


def needs_second_factor(actor: Actor) -> bool:
    """Whether the setting asks this person for a second factor."""
    if settings.SECOND_FACTOR == "administrators":
        return any(role(key).administrator for key in actor.roles)
    return bool(settings.SECOND_FACTOR == "required")


def has_second_factor(person: Person) -> bool:
    """Whether a second factor is in use."""
    return bool(SecondFactor.objects.for_organ(person.organ_id).confirmed().filter(person=person).exists())


def due(person: Person, actor: Actor, now: dt.datetime, *, single: bool = False) -> str | None:
    """The address of what this person must do first; None where nothing is due.

    Who came by single sign-on has shown his password elsewhere, so the one here need not be new.
    """
    if not single and (person.must_set_password or password_is_old(person, now)):
        return PASSWORD
    if needs_second_factor(actor) and not has_second_factor(person):
        return SECOND_FACTOR
    return None


class Steps:
    """Middleware below ``/office/``, after :class:`~gongkai.web.people.sign_in.Acting`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on, or lead to what is due."""
        carrier: Any = request
        if not request.path.startswith("/office/") or carrier.actor.id == "":
            return self.get_response(request)
        person, now = carrier.user, timezone.now()
        if not holds(request, person, now):
            # Whoever was idle for too long comes back to where he was.
            logout(request)
            carrier.actor, carrier.organ = NOBODY, None
            return self.get_response(request) if request.path.startswith(SIGN_IN) else to_sign_in(request)
        if request.path not in ALWAYS:
            step = due(person, carrier.actor, now, single=bool(request.session.get(SINGLE)))
            if step and not request.path.startswith(step):
                return redirect(step)
        return self.get_response(request)
