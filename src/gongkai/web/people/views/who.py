"""Who makes a request, as a person."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from gongkai.web.people.models import Person


def self_of(request: HttpRequest) -> Person:
    """The person who makes this request; raises ``PermissionDenied`` for nobody."""
    if not isinstance(request.user, Person):
        raise PermissionDenied
    return request.user
