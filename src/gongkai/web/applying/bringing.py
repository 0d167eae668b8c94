"""What a form of the citizen brings with it: files, and the token of those that are held for it.

A form that comes back with a question keeps its files here; the page then names them.
"""

from __future__ import annotations

import logging

from django.db import DatabaseError
from django.http import HttpRequest
from django.utils import timezone

from gongkai.values.errors import FileError
from gongkai.web.applying.actions.attach import Files
from gongkai.web.applying.actions.hold import AGAIN, hold
from gongkai.web.applying.holding import EMPTY, ENDED, Given, Holding
from gongkai.web.limits.addresses import address_of
from gongkai.web.organs.models import Organ
from gongkai.web.sealing.cipher import CannotOpen

log = logging.getLogger("gongkai.applying")


def sent(request: HttpRequest) -> Files:
    """The files of the form, by name and bytes."""
    out = []
    for one in request.FILES.getlist("files"):
        one.seek(0)  # a form that comes back has been read once
        out.append((one.name or "", one.read()))
    return out


def given(request: HttpRequest) -> Given:
    """What the form says of files held."""
    return Given(request.POST.get("held", ""), frozenset(request.POST.getlist("leave")))


def kept(request: HttpRequest, organ: Organ, purpose: str) -> Holding:
    """Hold the files of a form that comes back; where nothing can be written they are asked for again."""
    said, files = given(request), sent(request)
    if not said.token and not files:
        return EMPTY
    try:
        return hold(organ, purpose, said, files, address=address_of(request), now=timezone.now())
    except (OSError, DatabaseError, FileError, CannotOpen) as error:
        log.error("附件没有能够暂存：%s", type(error).__name__)
        return Holding(left=tuple(AGAIN.format(name) for name, _ in files) or (ENDED,))
