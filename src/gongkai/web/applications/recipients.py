"""Whom the office tells of a case: who handles it, else who approves; and everybody of a role."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from gongkai.web.applications.handlers import assignments_on
from gongkai.web.applications.ladder import HANDLER
from gongkai.web.people.models import Person, RoleGrant
from gongkai.web.rights.roles import roles

APPROVER = "office_head"
REGISTRARS = "registrars"
"""Everybody whose roles register applications."""


class Recipients:
    """The people of one organ on one day, read once for many cases."""

    def __init__(self, organ: Any, day: dt.date) -> None:
        """Read who handles what, and who holds which role."""
        held = RoleGrant.objects.for_organ(organ).on(day).select_related("person__organ")
        self._roles: dict[str, list[Person]] = {}
        for grant in held:
            self._roles.setdefault(grant.role, []).append(grant.person)
        self._handlers: dict[UUID, list[Person]] = {}
        for one in assignments_on(organ, day).exclude(person=None).select_related("person__organ"):
            self._handlers[one.application_id] = [one.person] if one.person else []

    def of_role(self, role: str) -> list[Person]:
        """Everybody who holds that role; :data:`REGISTRARS` for all roles that register."""
        if role == REGISTRARS:
            keys = [key for key, one in roles().items() if "applications.register" in one.rights]
            return [person for key in keys for person in self._roles.get(key, [])]
        return self._roles.get(role, [])

    def of(self, application: UUID, to: Iterable[str]) -> list[Person]:
        """Those of the ladder's names for that application, each once."""
        found: dict[UUID, Person] = {}
        for name in to:
            people = self.of_role(name)
            if name == HANDLER:
                people = self._handlers.get(application) or self.of_role(APPROVER)
            found.update({one.pk: one for one in people})
        return list(found.values())
