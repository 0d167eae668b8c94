"""Setting up an organ with its first administrators, before anybody can sign in.

Source: GB/T 22239-2019 (三员分立: who makes accounts does not grant roles).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from gongkai.web.organs.actions.found import found
from gongkai.web.organs.models import Organ
from gongkai.web.people.actions.accounts import add_person
from gongkai.web.people.actions.reset import first_password
from gongkai.web.people.actions.roles import grant
from gongkai.web.rights.actor import system
from gongkai.web.rights.roles import role


def set_up(
    now: dt.datetime, on: dt.date, people: Mapping[str, tuple[str, str]], **values: Any
) -> tuple[Organ, dict[str, str]]:
    """Found an organ and give it these administrators: role → (login, name).

    The organ, and for each login a first password, which must be changed at the first sign-in and stands
    nowhere else. Raises ``ValidationError``; then nothing was done. Raises ``ValueError`` for a role that is
    no administrator's.
    """
    if wrong := [key for key in people if not role(key).administrator]:
        raise ValueError(f"{wrong[0]} is not the role of an administrator")
    passwords = {}
    with transaction.atomic():
        organ = found(now, on, **values)
        actor = system(organ.code, organ.pk, frozenset({"people.edit", "people.grant"}))
        for key, (login, name) in people.items():
            passwords[login] = first_password(login, name)
            person = add_person(actor, organ, now, on=on, login=login, name=name, password=passwords[login])
            grant(actor, person, key, on, now)
    return organ, passwords
