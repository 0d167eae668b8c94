"""Building the demonstration: each subject once, in order, in a transaction of its own."""

from __future__ import annotations

import datetime as dt
from functools import partial

from django.contrib.auth.hashers import make_password
from django.db import transaction

from gongkai.web.audit.recording import record
from gongkai.web.demo import applications, notices, organs, people
from gongkai.web.demo.world import World
from gongkai.web.jobs.models import DoneOnce
from gongkai.web.jobs.once import once
from gongkai.web.organs.models import Organ
from gongkai.web.people.actions.reset import first_password
from gongkai.web.people.models import Person
from gongkai.web.rights.actor import system

SUBJECTS = (organs, people, notices, applications)
"""The files of this package that hold contents, in the order in which they need each other; add
yours at the end.
"""
PREFIX = "demo/"


class NoDemonstration(Exception):
    """The database holds the data of an office; nothing was changed."""


def build(now: dt.datetime, today: dt.date) -> list[str]:
    """Add every subject that is not there yet; the names of those added. Raises :class:`NoDemonstration`."""
    if Organ.objects.exists() and not DoneOnce.objects.filter(key__startswith=PREFIX).exists():
        raise NoDemonstration("这个数据文件夹里有正式数据，不能用作演示。请用 --folder 指定另一个空文件夹。")
    world, added = World(now, today), []
    for subject in SUBJECTS:
        name = subject.__name__.rpartition(".")[2]
        if once(f"{PREFIX}{name}", now, partial(subject.add, world)):
            added.append(name)
    return added


def one_password(now: dt.datetime) -> str:
    """A new random password for everybody in the demonstration, kept nowhere. Raises
    :class:`NoDemonstration`.
    """
    if not DoneOnce.objects.filter(key=f"{PREFIX}people").exists():
        raise NoDemonstration("这里没有演示数据。")
    password = first_password()
    hashed = make_password(password)
    with transaction.atomic():
        for login, (code, _, _) in people.staff().items():
            person = Person.objects.to_sign_in(login)
            if person is None:
                continue
            person.password = hashed
            person.password_set_at, person.password_set_by = now, str(person.pk)
            person.save(update_fields=["password", "password_set_at", "password_set_by"])
            record(system(code), "demo.set_password", str(person.pk), now)
    return password
