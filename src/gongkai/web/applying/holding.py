"""What is held of a form that could not be sent yet: whose it is, for how long, what the page says of it.

The token (192 bits by chance) stands in the form alone. What is kept is a hash of it together with what the
form is for, so that a token of one organ, case or act opens nothing elsewhere. A wrong token, one that has
ended, was used or belongs elsewhere are the same: nothing is found.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import secrets
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from gongkai.web.applications.models import Application
from gongkai.web.applying.models import HeldFile
from gongkai.web.organs.models import Organ

TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")
ENDED = "先前选的附件已经不再保留，请重新选择。没有要附的，直接再次提交。"


class NotHeld(Exception):
    """The form names files that are not held: the citizen is asked to choose them again before it is sent."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a form says of files held: its ``token`` ("" for none), and the ids of those to ``leave`` out."""

    token: str = ""
    leave: frozenset[str] = frozenset()


NOTHING = Given()


@dataclass(frozen=True, slots=True)
class Named:
    """A file held, as the page names it."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Holding:
    """What the form shows: its token, the files held for it and until when; a sentence for each file that is
    not.
    """

    token: str = ""
    files: tuple[Named, ...] = ()
    until: dt.datetime | None = None
    left: tuple[str, ...] = ()


EMPTY = Holding()


def for_filing(organ: Organ) -> str:
    """What a form is for: an application to that organ."""
    return f"apply/{organ.pk}"


def for_answer(application: Application, kind: str) -> str:
    """What a form is for: one act on one case."""
    return f"case/{application.pk}/{kind}"


def new_token() -> str:
    """The token of a form that has files held."""
    return secrets.token_urlsafe(24)


def mark_of(purpose: str, token: str) -> str:
    """What is kept of a token; "" for what is none."""
    return hashlib.sha256(f"{purpose}/{token}".encode()).hexdigest() if TOKEN.fullmatch(token) else ""


def sender_of(address: str) -> str:
    """What is kept of a network address, so that what it holds can be summed up: a keyed hash."""
    return salted_hmac("gongkai.applying.held", address, algorithm="sha256").hexdigest()


def lasts() -> dt.timedelta:
    """How long files are held (setting ``HELD_HOURS``)."""
    return dt.timedelta(hours=settings.HELD_HOURS)


def held(organ: Organ, purpose: str, token: str, now: dt.datetime) -> QuerySet[HeldFile]:
    """The files held for that token at that moment; none for any other token."""
    rows: QuerySet[HeldFile] = HeldFile.objects.for_organ(organ)
    mark = mark_of(purpose, token)
    return rows.filter(mark=mark, at__gt=now - lasts()) if mark else rows.none()


def holding_of(organ: Organ, purpose: str, token: str, now: dt.datetime, left: tuple[str, ...]) -> Holding:
    """What the form shows of that token."""
    rows = list(held(organ, purpose, token, now))
    if not rows:
        return Holding(left=left)
    named = tuple(Named(row.pk, str(row.told["name"])) for row in rows)
    return Holding(token, named, min(row.at for row in rows) + lasts(), left)
