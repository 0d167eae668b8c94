"""Recording that a letter went out: on paper with its seal in ink, or as the bound scan.

Source: 条例 arts. 40, 45.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from gongkai.values.dates import day_words
from gongkai.values.errors import NotAllowed
from gongkai.web.audit.recording import record
from gongkai.web.letters import providers
from gongkai.web.letters.actions.writing import ARTICLE, locked, open_to_change
from gongkai.web.letters.models import WAYS, Dispatch, Letter
from gongkai.web.letters.standing import bound_scan, held_back
from gongkai.web.rights.actor import Actor


def dispatch(actor: Actor, letter: Letter, way: str, *, on: dt.date, seen: int, now: dt.datetime) -> Dispatch:
    """Record that version ``seen`` went out on a day, ``paper`` or ``electronic``.

    Raises ``Forbidden``, ``Taken``, :class:`NotAllowed` where it may not go out, where a sealed one would go
    out as a file without its scan, or for a day that has not come or lies before the letter's own.
    """
    actor.require("letters.send", letter.organ_id)
    if way not in WAYS:
        raise NotAllowed("请选择发出方式：纸质或者电子。", ARTICLE)
    with transaction.atomic():
        row = locked(letter, seen)
        open_to_change(row)
        if why := held_back(row):
            raise NotAllowed(why, ARTICLE)
        _day(row, on, now)
        if way == "electronic" and row.sealed and bound_scan(row) is None:
            raise NotAllowed(
                "电子发出的应当是盖章扫描件或者电子印章文件，现在还没有与现行文字对应的。请先上传。", ARTICLE
            )
        one: Dispatch = Dispatch.objects.create(
            organ=row.organ, letter=row, digest=row.digest, way=way, on=on, by=actor.id, at=now
        )
        providers.provider_of(row.subject)[0].sent(actor, one, now)
        record(actor, "letters.dispatch", str(row.pk), now, way=way, on=on.isoformat(), text=row.digest)
    return one


def _day(letter: Letter, on: dt.date, now: dt.datetime) -> None:
    if on > now.astimezone(dt.timezone(dt.timedelta(hours=8))).date():
        raise NotAllowed(f"发出日期{day_words(on)}还没有到，不能提前登记。请核对日期。", ARTICLE)
    if on < letter.on:
        raise NotAllowed(f"发出日期{day_words(on)}早于成文日期{day_words(letter.on)}。请核对日期。", ARTICLE)
