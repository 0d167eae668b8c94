"""The session of somebody who signed in: how it begins, how long it holds, how it ends.

The session itself is Django's; beside it stands a row (:class:`SignIn`) that the person can see and end from
anywhere.
"""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from django.contrib.auth import login as open_session
from django.contrib.auth import logout as close_session
from django.db import transaction
from django.http import HttpRequest
from django.utils.timezone import localdate

from gongkai.web.audit.recording import record
from gongkai.web.limits.addresses import address_of
from gongkai.web.people.actors import actor_for
from gongkai.web.people.models import Person, SignIn
from gongkai.web.people.policy import policy
from gongkai.web.rights.actor import Actor

KEY = "sign_in"
"""Where the session keeps the id of its row."""
SINGLE = "single"
"""Whether the session was opened by single sign-on: the password here is then nobody's business."""
SHOWN_AS = "shown_as"
"""Where the session keeps the way to show pages (usual, 长者版, 高对比度)."""
LONGEST_KEY = 20
FRESH = dt.timedelta(seconds=30)
"""The row is not written again for every request, only when it is older than this."""
BROWSERS = (
    ("Edg/", "Edge"),
    ("MicroMessenger", "微信"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("Android", "安卓"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)  # fmt: skip


def browser_of(request: HttpRequest) -> str:
    """Browser and system in a few words, as a person recognises his own machine."""
    text = request.headers.get("User-Agent", "")
    browser = next((name for mark, name in BROWSERS if mark in text), "其他浏览器")
    return f"{browser}，{next((name for mark, name in SYSTEMS if mark in text), '其他系统')}"


def shown_as(request: HttpRequest) -> str:
    """The way to show pages that a form asks for, else the one that this browser has: signing in keeps it."""
    asked = request.POST.get("mode", request.session.get(SHOWN_AS, ""))
    return str(asked)[:LONGEST_KEY]


def begin(request: HttpRequest, person: Person, way: str, now: dt.datetime, *, single: bool = False) -> None:
    """Open a session with a new id for somebody who has shown all that he must; leaves a row and a line of
    audit.
    """
    mode = shown_as(request)
    with transaction.atomic():
        request.session.flush()
        open_session(request, person, backend="gongkai.web.people.sign_in.People")
        request.session[SHOWN_AS] = mode
        request.session[SINGLE] = single
        row = str(request.session[KEY])
        SignIn.objects.for_organ(person.organ_id).filter(pk=row).update(way=way)
        # The day is that of the office, not that of the universal clock.
        record(actor_for(person, localdate(now)), "people.sign_in", str(person.pk), now, way=way)


def note(request: HttpRequest, person: Person, now: dt.datetime) -> None:
    """Put the row of a session beside it; called for every session that Django opens."""
    row = SignIn.objects.create(
        organ_id=person.organ_id,
        person=person,
        began_at=now,
        seen_at=now,
        address=address_of(request),
        browser=browser_of(request),
    )
    request.session[KEY] = str(row.pk)


def holds(request: HttpRequest, person: Person, now: dt.datetime) -> bool:
    """Whether the session of this request still holds; where it does, it is noted as seen."""
    try:
        id = UUID(str(request.session.get(KEY)))
    except ValueError:
        return False
    row = SignIn.objects.for_organ(person.organ_id).filter(pk=id, person=person).first()
    rules = policy()
    idle, whole = dt.timedelta(minutes=rules.idle_minutes), dt.timedelta(hours=rules.session_hours)
    if row is None or not row.lasts_at(now, idle, whole):
        return False
    if now - row.seen_at >= FRESH:
        SignIn.objects.for_organ(person.organ_id).filter(pk=row.pk, ended_at=None).update(seen_at=now)
    return True


def end_all(person: Person, now: dt.datetime, keep: Any = None) -> int:
    """End every session of a person but the one of that row; the number of those ended. Writes no
    audit line.
    """
    rows = SignIn.objects.for_organ(person.organ_id).filter(person=person, ended_at=None)
    return int(rows.exclude(pk=keep).update(ended_at=now) if keep else rows.update(ended_at=now))


def end(request: HttpRequest, actor: Actor, person: Person, now: dt.datetime) -> None:
    """End the session of this request on the server."""
    with transaction.atomic():
        rows = SignIn.objects.for_organ(person.organ_id).filter(pk=str(request.session[KEY]))
        rows.update(ended_at=now)
        record(actor, "people.sign_out", actor.id, now)
    close_session(request)


def end_everywhere(request: HttpRequest, actor: Actor, person: Person, now: dt.datetime) -> None:
    """End every session of the person, this one too."""
    with transaction.atomic():
        number = end_all(person, now)
        record(actor, "people.sign_out_everywhere", actor.id, now, sessions=number)
    close_session(request)
