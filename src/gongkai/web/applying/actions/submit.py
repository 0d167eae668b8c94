"""Filing over the internet: the application first, in one transaction with its notice, then its files.

A file that cannot be taken never costs the application: it is told by name, and can be sent later. Sending
the same form again gives the same application and the same code, and adds only files that are not there yet.

Source: 条例 arts. 29, 31; point A23 (INFERRED: the strict date counts from the submission).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import DatabaseError, transaction

from gongkai.statute.events import Channel
from gongkai.values.errors import FileError
from gongkai.web.applications.actions.file import Filing, citizen, file
from gongkai.web.applications.files import subject_of
from gongkai.web.applications.models import Application
from gongkai.web.applying.keys import code_from, new_key, once
from gongkai.web.applying.telling import FILED, tell_office
from gongkai.web.attachments.actions.add import put
from gongkai.web.attachments.models import Attachment
from gongkai.web.organs.models import Organ
from gongkai.web.rights.actor import Actor

Files = Iterable[tuple[str, bytes]]
MOST = 20
"""Files of one application that a citizen may send; more go by post or by hand."""
log = logging.getLogger("gongkai.applying")


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the citizen takes home: the application, its code, whether it had been filed before, the files
    taken, and why others were not.
    """

    application: Application
    code: str
    again: bool
    files: tuple[Attachment, ...]
    left: tuple[str, ...]


def submit(
    organ: Organ, applicant: str, values: Mapping[str, str], key: str, *, files: Files, now: dt.datetime
) -> Receipt:
    """File an application of a citizen; ``applicant`` is his column of the official table.

    Raises ``ValidationError`` for a field that does not fit its column.
    """
    key = key if once(key) else new_key()
    actor = citizen(organ)
    on = now.astimezone(dt.timezone(dt.timedelta(hours=8))).date()
    code = code_from(key)
    filing = Filing(Channel.INTERNET, on, applicant, dict(values), once(key), code)
    with transaction.atomic():
        application, fresh = file(actor, organ, filing, now)
        if fresh:
            tell_office(application, FILED, now, "filed")
    taken, left = attach(actor, application, files, now)
    return Receipt(application, code, not fresh, taken, left)


def attach(
    actor: Actor, application: Application, files: Files, now: dt.datetime
) -> tuple[tuple[Attachment, ...], tuple[str, ...]]:
    """Add files of the citizen to his application: those taken, and a sentence for each that was not."""
    subject = subject_of(application)
    rows = Attachment.objects.for_organ(application.organ_id).of(subject)
    held = {one.sha256: one for one in rows.filter(added_by=actor.id)}
    taken, left = [], []
    for name, data in files:
        if not data and not name:
            continue
        if len(held) >= MOST:
            left.append(f"“{name}”没有收下：一份申请在网上最多附{MOST}个文件，其余的请邮寄或者当面提交。")
            continue
        if one := held.get(hashlib.sha256(data).hexdigest()):
            taken.append(one)
            continue
        try:
            one = put(actor, subject, name, data, now, own=False)
        except FileError as error:
            left.append(f"“{name}”没有收下：{error.message}")
        except (OSError, DatabaseError) as error:
            # What was written stands already; a full disk must not answer the citizen with a breakdown.
            log.error("%s 的附件没有保存：%s", application.number, type(error).__name__)
            left.append(f"“{name}”没有收下：系统暂时不能保存文件。已经提交的内容不受影响，请稍后补充提交。")
        else:
            held[one.sha256] = one
            taken.append(one)
    return tuple(taken), tuple(left)
