"""Filing over the internet: the application, its notice and the files held for it in one transaction; then
the files that the form brings.

A file that cannot be taken never costs the application: it is told by name, and can be sent later. Sending
the same form again gives the same application and the same code, and adds only files that are not there yet.

Source: 条例 arts. 29, 31; point A23 (INFERRED: the strict date counts from the submission).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from gongkai.statute.events import Channel
from gongkai.web.applications.actions.file import Filing, citizen, file
from gongkai.web.applications.models import Application
from gongkai.web.applying.actions.attach import Files, adopt, attach, files_of
from gongkai.web.applying.holding import NOTHING, Given, NotHeld, for_filing
from gongkai.web.applying.keys import code_from, new_key, once
from gongkai.web.applying.telling import FILED, tell_office
from gongkai.web.attachments.models import Attachment
from gongkai.web.organs.models import Organ


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the citizen takes home: the application, its code, whether it had been filed before, the files
    that it has, and why others were not taken.
    """

    application: Application
    code: str
    again: bool
    files: tuple[Attachment, ...]
    left: tuple[str, ...]


def submit(
    organ: Organ,
    applicant: str,
    values: Mapping[str, str],
    key: str,
    *,
    files: Files,
    now: dt.datetime,
    given: Given = NOTHING,
) -> Receipt:
    """File an application of a citizen; ``applicant`` is his column of the official table, ``given`` tells of
    the files held for the form.

    Raises ``ValidationError`` for a field that does not fit its column, :class:`NotHeld` where the files are
    to be chosen again; then nothing is filed.
    """  # fmt: skip
    key = key if once(key) else new_key()
    actor = citizen(organ)
    on = now.astimezone(dt.timezone(dt.timedelta(hours=8))).date()
    code = code_from(key)
    filing = Filing(Channel.INTERNET, on, applicant, dict(values), once(key), code)
    left: tuple[str, ...] = ()
    with transaction.atomic():
        application, fresh = file(actor, organ, filing, now)
        if fresh:
            tell_office(application, FILED, now, "filed")
        try:
            left = adopt(actor, application, for_filing(organ), given, now)
        except NotHeld:
            if fresh:  # a form sent again has been given its files
                raise
    left += attach(actor, application, files, now)
    return Receipt(application, code, not fresh, tuple(files_of(actor, application).values()), left)
