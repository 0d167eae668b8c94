"""An invented bureau with one person for each role, and clients that are signed in as them."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import Any

from django.test import Client
from django.utils import timezone

from gongkai.web.organs.actions.found import found
from gongkai.web.organs.models import Organ
from gongkai.web.people.actors import actor_for
from gongkai.web.people.models import Person, RoleGrant, Unit
from gongkai.web.rights.actor import Actor
from gongkai.web.rights.roles import roles

PASSWORD = "Linxi-Cangting-2026!"
"""The password of all invented people."""
FIRST_DAY = dt.date(2024, 1, 1)


class Office:
    """A bureau as tests need it. People are made when they are first asked for."""

    def __init__(self, code: str, name: str) -> None:
        self.organ: Organ = found(
            timezone.now(),
            FIRST_DAY,
            code=code,
            name=name,
            kind="justice",
            level="county",
            region="999901",
            document_mark="临司",
        )
        self._people: dict[str, Person] = {}

    @cached_property
    def unit(self) -> Unit:
        """A unit of the bureau."""
        unit: Unit = Unit.objects.create(organ=self.organ, name="办公室", since=FIRST_DAY)
        return unit

    def person(self, role: str, number: int = 1) -> Person:
        """The person with that role; ``number`` makes further ones. ``""`` is somebody without a role."""
        key = f"{role or 'nobody'}{number}"
        if key not in self._people:
            name = f"{roles()[role].name}甲乙丙丁"[: 4 + number] if role else "无角色"
            login = f"{self.organ.code}.{key}".replace("_", "-")
            person = Person(organ=self.organ, unit=self.unit, login=login, name=name, joined_on=FIRST_DAY)
            person.set_password(PASSWORD)
            person.password_set_at, person.password_set_by = timezone.now(), str(person.pk)
            person.seal("phone", f"1380000{len(self._people):04d}")
            person.save(force_insert=True)
            if role:
                RoleGrant.objects.create(
                    organ=self.organ, person=person, role=role, since=FIRST_DAY, given_by="test"
                )
            self._people[key] = person
        return self._people[key]

    def actor(self, role: str, number: int = 1) -> Actor:
        """That person as an actor of today."""
        return actor_for(self.person(role, number), timezone.localdate())

    def client(self, role: str, number: int = 1, **more: Any) -> Client:
        """A client with that person's session."""
        client = Client(SERVER_NAME="localhost", **more)
        client.force_login(self.person(role, number), backend="gongkai.web.people.sign_in.People")
        return client

    def with_every_role(self) -> Client:
        """A client of somebody who holds every role at once, as nobody may: so every page opens."""
        person = self.person("office_head")
        for role in roles():
            RoleGrant.objects.create(
                organ=self.organ, person=person, role=role, since=FIRST_DAY, given_by="test"
            )
        return self.client("office_head")
