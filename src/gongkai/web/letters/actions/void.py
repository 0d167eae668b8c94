"""作废: a letter counts no more. A number that it has stays taken and is never given again (数字不跳号).

Source: 党政机关公文处理工作条例 (发文字号); security check C40.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from gongkai.values.errors import NotAllowed
from gongkai.web.audit.recording import record
from gongkai.web.letters import providers
from gongkai.web.letters.actions.writing import ARTICLE, locked, open_to_change
from gongkai.web.letters.models import Letter, LetterVoid
from gongkai.web.rights.actor import Actor


def void(actor: Actor, letter: Letter, reason: str, *, seen: int, now: dt.datetime) -> LetterVoid:
    """Void a letter that has not gone out, with the reason.

    Raises ``Forbidden``, ``Taken``, :class:`NotAllowed`.
    """
    actor.require("letters.send", letter.organ_id)
    if not reason.strip():
        raise NotAllowed("请写明作废的理由，它与文号一并留存。", ARTICLE)
    with transaction.atomic():
        row = locked(letter, seen)
        open_to_change(row)
        one: LetterVoid = LetterVoid.objects.create(
            organ=row.organ, letter=row, reason=reason.strip()[:200], by=actor.id, at=now
        )
        providers.provider_of(row.subject)[0].voided(actor, one, now)
        record(actor, "letters.void", str(row.pk), now, number=row.number, text=row.digest)
    return one
