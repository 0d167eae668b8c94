"""Who acts: an id, the organ acted for, and the rights on that day. Every action takes one as its first
argument.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.core.exceptions import PermissionDenied


class Forbidden(PermissionDenied):
    """The actor lacks a right, or the thing belongs to another organ; the message is for a person.

    For a thing of another organ views answer as if it were not there.
    """


@dataclass(frozen=True, slots=True)
class Actor:
    """A person (or the system itself) acting for one organ.

    ``for_person`` holds the ids of those for whom the actor stands in on that day (delegation), beside his
    own.
    """

    id: str
    name: str
    organ_id: UUID | None
    organ_code: str
    rights: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    for_person: frozenset[str] = field(default=frozenset())

    def may(self, right: str) -> bool:
        """Whether the actor has that right in his own organ."""
        return right in self.rights

    def require(self, right: str, organ_id: UUID | None = None) -> None:
        """Raise :class:`Forbidden` without the right, or where the thing is of another organ than the
        actor's.
        """
        if organ_id is not None and organ_id != self.organ_id:
            raise Forbidden("没有这一项，或者它不属于本机关。")
        if right not in self.rights:
            raise Forbidden("您没有办理此事的权限。需要时请联系安全管理员授予相应的角色。")


def system(organ_code: str, organ_id: UUID | None = None, rights: frozenset[str] = frozenset()) -> Actor:
    """The system itself as actor: jobs and commands, with no right but those named."""
    return Actor("system", "系统", organ_id, organ_code, rights)


NOBODY = Actor("", "", None, "")
"""Somebody who has not signed in."""
