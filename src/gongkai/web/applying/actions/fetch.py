"""Fetching a letter: the first time is the evidence that it was received (A24), and starts its periods.

Only what was sent goes out, as the bound scan or the file that was sent. What went out on paper alone was
received when the post says so, whoever looks at it here before.

Source: point A24 (INFERRED: 打开或者取走之日为收到之日); security check C41.
"""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from gongkai.statute.events import Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.models import Application
from gongkai.web.applying.acting import applicant
from gongkai.web.applying.letters import Mail, mail_of
from gongkai.web.attachments import store
from gongkai.web.attachments.models import Attachment
from gongkai.web.audit.recording import record
from gongkai.web.entries.row import Taken
from gongkai.web.letters.standing import went_out
from gongkai.web.replies.actions.deliver import Told, deliver
from gongkai.web.replies.models import Delivery
from gongkai.web.rights.actor import Actor

NOTE = "申请人凭登记号和查询码在网上取走"
TRIES = 3
"""Somebody in the office may enter something at the same moment."""


def fetch(application: Application, id: UUID, now: dt.datetime) -> tuple[Attachment, bytes] | None:
    """The file of a letter or one that goes with it, and its bytes; None for what is not there for him.

    Raises ``FileError`` where the stored bytes are gone.
    """
    for mail in mail_of(application):
        for file in mail.files:
            if file.pk == id:
                data = store.read(file.stored_as, file.sha256)
                _received(application, mail, now)
                return file, data
    return None


def _received(application: Application, mail: Mail, now: dt.datetime) -> None:
    actor = applicant(application, Kind.DELIVERED)
    # Together: where the fetch cannot be written down, the letter was not given, and nothing was received.
    with transaction.atomic():
        if went_out(mail.letter, "electronic") and not received(mail):
            _deliver(actor, mail, now)
        record(actor, "applying.fetch", application.number, now, letter=str(mail.letter.pk))


def _deliver(actor: Actor, mail: Mail, now: dt.datetime) -> None:
    told = Told("received", "internet", localdate(now), note=NOTE)
    for _ in range(TRIES):
        try:
            deliver(actor, mail.letter, told, now)
        except Taken:
            continue
        except NotAllowed:
            # Somebody recorded the receipt in between, or the case stands otherwise: the letter goes out
            # all the same.
            pass
        break


def received(mail: Mail) -> bool:
    """Whether the receipt of the letter is on record."""
    rows = Delivery.objects.for_organ(mail.letter.organ_id)
    return bool(rows.filter(letter=mail.letter, what__in=("received", "notice")).exists())
