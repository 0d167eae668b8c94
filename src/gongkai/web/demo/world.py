"""What the subjects of the demonstration share: the moment, and the organs and people by their codes
and logins.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gongkai.web.organs.models import Organ
from gongkai.web.people.models import Person
from gongkai.web.rights.actor import Actor, system

INVENTED = "linxi-sfj"
"""The code of the invented bureau, which uses everything."""
FIRST_DAY = dt.date(2024, 1, 2)
"""The day from which the people of the demonstration work there: the first working day of its year."""


@dataclass(frozen=True, slots=True)
class World:
    """The demonstration as the subjects see it."""

    now: dt.datetime
    today: dt.date

    def organ(self, code: str) -> Organ:
        """The organ of that code."""
        found: Organ = Organ.objects.get(code=code)
        return found

    def person(self, login: str) -> Person:
        """The person of that login."""
        found = Person.objects.to_sign_in(login)
        if found is None:
            raise KeyError(login)
        return found

    def operator(self, code: str, *rights: str) -> Actor:
        """The system as an actor in that organ, with these rights."""
        return system(code, self.organ(code).pk, frozenset(rights))
