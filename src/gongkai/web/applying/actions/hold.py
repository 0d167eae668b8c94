"""Holding the files of a form that could not be sent, and clearing away what nobody came back for.

A file passes the gates before it is held, is stored sealed, and is shown to nobody: only the act that files
it opens it. Bounded by the number of times, by the bytes of one address and by the bytes of all; over a bound
nothing is held, and the page asks for the files again.

Source: security checks C19, C35, C41; 个人信息保护法 arts. 6, 19 (no more, and no longer, than is needed).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Sum

from gongkai.values.errors import FileError
from gongkai.web.applying.actions.attach import MOST, TOO_MANY, Files
from gongkai.web.applying.holding import (
    ENDED,
    Given,
    Holding,
    held,
    holding_of,
    lasts,
    mark_of,
    new_token,
    sender_of,
)
from gongkai.web.applying.models import HeldFile
from gongkai.web.attachments import store
from gongkai.web.attachments.actions.add import examined
from gongkai.web.limits.trying import TooMany, count
from gongkai.web.organs.models import Organ
from gongkai.web.sealing.cipher import key_for_file, seal_file
from gongkai.web.sealing.fields import ring

SHARE = 5
"""One address may hold the fifth part of what all may hold together."""
AGAIN = "“{}”没有能够暂存，请重新选择。"
Examined = list[tuple[dict[str, Any], bytes]]
"""What is told of files that have passed the gates, and their bytes."""


def hold(
    organ: Organ, purpose: str, given: Given, files: Files, *, address: str, now: dt.datetime
) -> Holding:
    """Hold the files of a form beside those that its token has already; those that it leaves out go.

    What the form shows next: its token, the files, a sentence for each file that is not held. A token that
    holds nothing is told of in the same words whatever is wrong with it. Raises ``OSError``, ``FileError``,
    ``DatabaseError``.
    """
    before = list(held(organ, purpose, given.token, now))
    token = given.token if before else new_token()
    there = {row.told["of"] for row in before if str(row.pk) not in given.leave}
    room = MOST - len(there)
    chosen = {of: (name, data) for name, data, of in _chosen(files) if of not in there}
    left = [ENDED] if given.token and not before else []
    left += [TOO_MANY.format(name, MOST) for name, _ in list(chosen.values())[room:]]
    taken, told = _examined(dict(list(chosen.items())[:room]), address, now)
    rows: list[tuple[HeldFile, bytes]] = []
    first = max((row.place for row in before), default=-1) + 1
    for what, data in taken:
        row = HeldFile(organ=organ, mark=mark_of(purpose, token), sender=sender_of(address), at=now)
        row.place = first + len(rows)
        rows.append((row, _sealed(row, what, data)))
    if (rows or given.leave) and not _written(before, given, rows, now):
        told += [AGAIN.format(what["name"]) for what, _ in taken]
    return holding_of(organ, purpose, token, now, (*left, *told))


def clear(now: dt.datetime) -> int:
    """Let go of everything that has been held for its time; how many files."""
    with transaction.atomic():
        rows = list(HeldFile.objects.filter(at__lte=now - lasts()).select_for_update())
        for row in rows:
            row.let_go()
    return len(rows)


def _chosen(files: Files) -> Iterator[tuple[str, bytes, str]]:
    for name, data in files:
        if name or data:
            yield name, data, hashlib.sha256(data).hexdigest()


def _examined(
    chosen: dict[str, tuple[str, bytes]], address: str, now: dt.datetime
) -> tuple[Examined, list[str]]:
    """Those that pass the gates, and a sentence for each of the others; one try, however many there are."""
    if not chosen:
        return [], []
    names = [name for name, _ in chosen.values()]
    try:
        count("hold", address, now)
    except TooMany:
        return [], [AGAIN.format(name) for name in names]
    if not _room(sender_of(address), sum(len(data) for _, data in chosen.values())):
        return [], [AGAIN.format(name) for name in names]
    taken: Examined = []
    left = []
    for of, (name, given) in chosen.items():
        try:
            what, data = examined(name, given, own=False)
        except FileError as error:
            left.append(f"“{name}”没有收下：{error.message}")
        else:
            taken.append((what | {"of": of}, data))
    return taken, left


def _sealed(row: HeldFile, what: dict[str, Any], data: bytes) -> bytes:
    key = key_for_file(ring())
    row.seal("about", json.dumps(what | {"key": key}, ensure_ascii=False))
    body = seal_file(key, data, row.context)
    row.size = len(body)
    return body


def _written(
    before: list[HeldFile], given: Given, rows: list[tuple[HeldFile, bytes]], now: dt.datetime
) -> bool:
    """Store bytes and rows, let go what is left out; False where there was no room for the new ones, which
    are then dropped.
    """
    stored: list[str] = []
    kept = False
    try:
        for row, body in rows:
            row.stored_as, row.sha256 = store.keep(body)
            stored.append(row.stored_as)
        with transaction.atomic():
            same = HeldFile.objects.filter(pk__in=[row.pk for row in before]).select_for_update()
            for row in same:
                if str(row.pk) in given.leave:
                    row.let_go()
            fits = not rows or _fits([row for row, _ in rows], now)
            if rows and fits:
                same.update(at=now)
                for row, _ in rows:
                    row.save(force_insert=True)
        kept = fits
    finally:
        if not kept:
            for name in stored:
                store.drop(name)
    return kept


def _fits(rows: list[HeldFile], now: dt.datetime) -> bool:
    """Whether there is room; until the transaction ends nobody else can ask, since all count in one row."""
    try:
        count("hold_all", "", now)
    except TooMany:
        return False
    return _room(rows[0].sender, sum(row.size for row in rows))


def _room(sender: str, size: int) -> bool:
    every = HeldFile.objects.aggregate(size=Sum("size"))["size"] or 0
    own = HeldFile.objects.filter(sender=sender).aggregate(size=Sum("size"))["size"] or 0
    return bool(every + size <= settings.HELD_BYTES and own + size <= settings.HELD_BYTES // SHARE)
