"""Signing in: the backend that knows people, and the middleware that says who acts in this request."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib.auth.backends import BaseBackend
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from gongkai.web.people.actors import actor_for
from gongkai.web.people.models import Person
from gongkai.web.rights.actor import NOBODY


class People(BaseBackend):
    """Login and password; somebody who does not work here any more is nobody from the next request on."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **_: Any
    ) -> Person | None:
        """The person, or None; takes as long for a name that there is not."""
        person = Person.objects.to_sign_in(username or "")
        if person is None:
            Person().set_password(password or "")
            return None
        right = person.check_password(password or "")
        return person if right and person.works_on(timezone.localdate()) else None

    def get_user(self, user_id: UUID | str) -> Person | None:
        """The person of a session, while he works here."""
        try:
            person = Person.objects.select_related("organ").filter(pk=user_id).first()
        except (ValidationError, ValueError):
            return None
        return person if person and person.works_on(timezone.localdate()) else None


class Acting:
    """Sets ``request.actor`` and ``request.organ`` below ``/office/``; elsewhere there is neither session
    nor database.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Say who acts, and pass on."""
        carrier: Any = request
        carrier.actor, carrier.organ = NOBODY, None
        if request.path.startswith("/office/") and request.user.is_authenticated:
            person: Any = request.user
            carrier.actor, carrier.organ = actor_for(person, timezone.localdate()), person.organ
        return self.get_response(request)
