"""An application comes in: filed by the citizen, or taken down by a clerk. Filing twice by mistake gives one.

What arrives is never judged here: an application with little in it is filed too, and asked to be completed
later.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, transaction

from gongkai.statute.events import Channel, Event, Kind
from gongkai.web.applications.actions.enter import enter
from gongkai.web.applications.codes import code_hash, new_code
from gongkai.web.applications.models import Application
from gongkai.web.audit.recording import record
from gongkai.web.entries.models import next_number
from gongkai.web.organs.models import Organ
from gongkai.web.rights.actor import Actor
from gongkai.web.sealing.fields import SealedField

SERIES = "applications"
PLAIN = (
    "document_kind", "matter", "request", "record_name", "record_ref", "provide_as", "get_by", "needs_help",
)  # fmt: skip
PRIVATE = tuple(f.name for f in Application._meta.get_fields() if isinstance(f, SealedField))


@dataclass(frozen=True, slots=True)
class Filing:
    """What is filed: the channel and day, the applicant's column, everything else by the name of its
    field.
    """

    channel: Channel
    on: dt.date
    applicant: str
    values: dict[str, Any] = field(default_factory=dict)
    once_key: str = ""
    code: str = ""
    """The query code, where who files could ask for it again; a fresh one is made for "".
    """
    split_from: str | None = None
    """The number of the case that this one was split off."""


def file(actor: Actor, organ: Organ, filing: Filing, now: dt.datetime) -> tuple[Application, str]:
    """File an application: number, query code, first entry. The same ``once_key`` gives the one filed
    before, no code.

    Over the internet, by e-mail, fax and ordinary letter it waits for confirmation (art. 31 (三)); handed
    in or by
    signed-for mail it is received that day. Raises ``Forbidden``, ``ValidationError``, ``NotAllowed``.
    """
    actor.require("applications.register", organ.pk)
    if filing.once_key and (before := _filed_before(organ, filing.once_key)):
        return before, ""
    code = filing.code or new_code()
    application = Application(
        organ=organ,
        code_hash=code_hash(code),
        once_key=filing.once_key,
        applicant=filing.applicant,
        channel=str(filing.channel),
        filed_on=filing.on,
        filed_at=now,
        filed_by=actor.id,
    )
    for name in PLAIN:
        if name in filing.values:
            setattr(application, name, filing.values[name])
    for name in PRIVATE:
        application.seal(name, filing.values.get(name, "").strip())
    try:
        with transaction.atomic():
            year = filing.on.year
            application.number = f"{year}-{next_number(organ, SERIES, year):04d}"
            application.full_clean(exclude=("once_key", "code_hash"))
            application.save(force_insert=True)
            record(actor, "applications.file", application.number, now, channel=str(filing.channel))
            event = Event(Kind.SUBMITTED, filing.on, channel=filing.channel)
            own = {"applicant": filing.applicant, "split_from": filing.split_from}
            enter(actor, application, event, 0, now, **own)
    except IntegrityError:
        if filing.once_key and (before := _filed_before(organ, filing.once_key)):
            return before, ""
        raise
    return application, code


def _filed_before(organ: Organ, once_key: str) -> Application | None:
    found: Application | None = Application.objects.for_organ(organ).filter(once_key=once_key).first()
    return found


def citizen(organ: Organ) -> Actor:
    """A citizen as actor: nobody the system knows, with no right but to file."""
    rights = frozenset({"applications.register"})
    return Actor("citizen", "申请人", organ.pk, organ.code, rights)
