"""Issuing a letter: its number is taken, and the version that will be printed and sealed is made with it.

The files are made for the number that would come next, before the transaction; where somebody else takes
that number in between, they are made again. So nobody waits for a PDF, and no number is left out.

Source: 党政机关公文处理工作条例 (发文字号); security check C40.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from gongkai.letters.keeping import facts_of
from gongkai.values.dates import day_words
from gongkai.values.errors import NotAllowed
from gongkai.web.audit.recording import record
from gongkai.web.entries.models import next_number
from gongkai.web.entries.row import Taken
from gongkai.web.letters import numbering, providers
from gongkai.web.letters.actions.writing import ARTICLE, locked, open_to_change, write_version
from gongkai.web.letters.making import Made, make
from gongkai.web.letters.models import Letter
from gongkai.web.letters.standing import present
from gongkai.web.rights.actor import Actor

TRIES = 5
"""How often the files are made again because others took the number in between."""


class _Overtaken(Exception):
    """Another letter took the serial for which the files were made."""


def issue(actor: Actor, letter: Letter, *, on: dt.date, seen: int, now: dt.datetime) -> Letter:
    """Give a letter its number and its day; a document without numbers is only declared final.

    ``seen`` is the version that the actor had before him. Raises ``Forbidden``;
    :class:`gongkai.values.errors.NotAllowed` where it has a number, is void, is held back by its case, or the
    day has not come; ``FactsError`` as drafting does; :class:`Taken` where somebody else was first.
    """
    actor.require("letters.send", letter.organ_id)
    if on > now.astimezone(dt.timezone(dt.timedelta(hours=8))).date():
        raise NotAllowed(f"成文日期{day_words(on)}还没有到，不能提前编号。请核对日期。", ARTICLE)
    provider, _ = providers.provider_of(letter.subject)
    if why := provider.holds(letter):
        raise NotAllowed(why, ARTICLE)
    series = numbering.series_of(letter.kind, provider)
    for _ in range(TRIES):
        serial = numbering.upcoming(letter.organ, series, on.year) if series else None
        number = numbering.rule_of(letter.organ, on).number(series, on.year, serial) if serial else ""
        made = _made(letter, seen, number, on)
        try:
            return _written(actor, letter, made, (series, serial, number), seen=seen, now=now)
        except _Overtaken:
            continue
    raise Taken


def _made(letter: Letter, seen: int, number: str, on: dt.date) -> Made:
    if letter.version != seen:
        raise Taken
    facts = facts_of(present(letter).opened("facts"))
    return make(letter.organ, letter.kind, facts | ({"number": number} if number else {}), on)


@transaction.atomic
def _written(
    actor: Actor,
    letter: Letter,
    made: Made,
    numbered: tuple[str, int | None, str],
    *,
    seen: int,
    now: dt.datetime,
) -> Letter:
    series, serial, number = numbered
    row = locked(letter, seen)
    open_to_change(row)
    if row.issued_at is not None:
        raise NotAllowed(f"这份文书已经编号（{row.number or '定稿'}），不能重复编号。", ARTICLE)
    if serial is not None and next_number(row.organ, numbering.counted_as(series), made.on.year) != serial:
        raise _Overtaken
    row.series, row.serial, row.number = series, serial, number
    row.year = made.on.year if serial is not None else None
    row.issued_at, row.issued_by = now, actor.id
    row.save(update_fields=["series", "serial", "number", "year", "issued_at", "issued_by"])
    if made.digest != row.digest:
        write_version(actor, row, made, now)
    providers.provider_of(row.subject)[0].issued(actor, row, now)
    record(actor, "letters.issue", str(row.pk), now, number=number, version=row.version, text=row.digest)
    return row
