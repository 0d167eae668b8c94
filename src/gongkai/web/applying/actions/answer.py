"""The applicant answers: corrects, gives reasons, sends further material. Text first, then its files.

The text, the entry of the ledger, the notice to the office and the files held for the form stand in one
transaction; a file that cannot be taken never undoes it.

Source: 条例 arts. 30 (补正), 35 (说明理由).
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.timezone import localdate

from gongkai.statute.events import Event, Kind
from gongkai.web.applications.actions.enter import enter
from gongkai.web.applications.models import Application
from gongkai.web.applying.acting import applicant
from gongkai.web.applying.actions.attach import Files, adopt, attach
from gongkai.web.applying.holding import NOTHING, Given, for_answer
from gongkai.web.applying.models import Supplement
from gongkai.web.applying.telling import CORRECTED, MATERIAL, REASONS, SUGGESTED, WITHDRAWN, tell_office
from gongkai.web.audit.recording import record

ENTERED = {"correction": Kind.CORRECTED, "reasons": Kind.REASONS_GIVEN, "withdrawal": Kind.WITHDRAWN}
"""What enters the ledger with a text; further material and a suggestion (art. 44) change no period."""
TOLD = {
    "correction": CORRECTED, "reasons": REASONS, "withdrawal": WITHDRAWN, "material": MATERIAL,
    "suggestion": SUGGESTED,
}  # fmt: skip


def answer(
    application: Application,
    kind: str,
    text: str,
    seen: int,
    *,
    files: Files = (),
    now: dt.datetime,
    given: Given = NOTHING,
) -> tuple[str, ...]:
    """Take what the applicant sends, with the files held for the form (``given``); a sentence for every file
    that was not taken.

    Raises :class:`~gongkai.values.errors.NotAllowed` where the case does not stand for it, ``Taken`` where
    something was entered since ``seen``, ``NotHeld`` where the files are to be chosen again.
    """  # fmt: skip
    entered = ENTERED.get(kind)
    actor = applicant(application, *([entered] if entered else []))
    with transaction.atomic():
        position = 0
        if entered:
            position = enter(actor, application, Event(entered, localdate(now)), seen, now).position
        if text.strip() or not entered:
            row = Supplement(
                organ=application.organ, application=application, kind=kind, position=position, at=now
            )
            row.seal("text", text.strip())
            row.save(force_insert=True)
            tell_office(application, TOLD[kind], now, str(row.pk))
            record(actor, f"applying.{kind}", application.number, now, position=position)
        else:
            tell_office(application, TOLD[kind], now, str(position))
        left = adopt(actor, application, for_answer(application, kind), given, now)
    return left + attach(actor, application, files, now)
