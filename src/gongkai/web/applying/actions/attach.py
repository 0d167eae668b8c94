"""Files of the citizen come to his application: those that a form brings, and those that were held for it.

What a form brings comes after the application stands, file by file: it must pass the gates first. What was
held has passed them, and comes in the transaction of the act. Either way a file that cannot be taken costs
nothing but itself, and is told by name.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
from collections.abc import Iterable

from django.db import DatabaseError, connection, transaction

from gongkai.values.errors import FileError
from gongkai.web.applications.files import subject_of
from gongkai.web.applications.models import Application
from gongkai.web.applying.holding import Given, NotHeld, held
from gongkai.web.applying.models import HeldFile
from gongkai.web.attachments import store
from gongkai.web.attachments.actions.add import keep_examined, put
from gongkai.web.attachments.models import Attachment
from gongkai.web.rights.actor import Actor
from gongkai.web.sealing.cipher import CannotOpen, unseal_file

Files = Iterable[tuple[str, bytes]]
MOST = 20
"""Files of one application that a citizen may send; more go by post or by hand."""
TOO_MANY = "“{}”没有收下：一份申请在网上最多附{}个文件，其余的请邮寄或者当面提交。"
NOT_NOW = "“{}”没有收下：系统暂时不能保存文件。已经提交的内容不受影响，请稍后补充提交。"
NAMELESS = "先前选的附件"
log = logging.getLogger("gongkai.applying")


def files_of(actor: Actor, application: Application) -> dict[str, Attachment]:
    """The files that the citizen has sent to his application, by their hash."""
    rows = Attachment.objects.for_organ(application.organ_id).of(subject_of(application))
    return {one.sha256: one for one in rows.filter(added_by=actor.id)}


def attach(actor: Actor, application: Application, files: Files, now: dt.datetime) -> tuple[str, ...]:
    """Add files of the citizen to his application: a sentence for each that was not taken."""
    there, left = set(files_of(actor, application)), []
    for name, data in files:
        of = hashlib.sha256(data).hexdigest()
        if (not data and not name) or of in there:
            continue
        if len(there) >= MOST:
            left.append(TOO_MANY.format(name, MOST))
            continue
        try:
            put(actor, subject_of(application), name, data, now, own=False)
        except (store.Unreachable, OSError, DatabaseError) as error:
            # What was written stands already; a full disk must not answer the citizen with a breakdown.
            log.error("%s 的附件没有保存：%s", application.number, type(error).__name__)
            left.append(NOT_NOW.format(name))
        except FileError as error:
            left.append(f"“{name}”没有收下：{error.message}")
        else:
            there.add(of)
    return tuple(left)


def adopt(
    actor: Actor, application: Application, purpose: str, given: Given, now: dt.datetime
) -> tuple[str, ...]:
    """Make what is held for a form the files of the application, and let go what the form leaves out.

    A sentence for each file that was not taken; it stays held. Raises :class:`NotHeld` where the form names a
    token for which nothing is held, ``RuntimeError`` outside the transaction of the act.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("files held are taken in the transaction of the act that files them")
    if not given.token:
        return ()
    rows = list(held(application.organ, purpose, given.token, now).select_for_update())
    if not rows:
        raise NotHeld
    there, left = set(files_of(actor, application)), []
    for row in rows:
        if str(row.pk) in given.leave:
            row.let_go()
            continue
        name = NAMELESS
        try:
            name, of = row.told["name"], row.told["of"]
            if len(there) >= MOST and of not in there:
                left.append(TOO_MANY.format(name, MOST))
                continue
            with transaction.atomic():
                _adopted(actor, application, row, now, known=of in there)
        except (OSError, DatabaseError, FileError, CannotOpen) as error:
            log.error("%s 的暂存附件没有保存：%s", application.number, type(error).__name__)
            left.append(NOT_NOW.format(name))
        else:
            there.add(of)
    return tuple(left)


def _adopted(actor: Actor, application: Application, row: HeldFile, now: dt.datetime, *, known: bool) -> None:
    told = row.told
    data = unseal_file(told["key"], store.read(row.stored_as, row.sha256), row.context)
    row.let_go()
    if not known:
        what = {key: told[key] for key in ("name", "kind", "media_type", "notices")}
        keep_examined(actor, subject_of(application), data, now, what)
