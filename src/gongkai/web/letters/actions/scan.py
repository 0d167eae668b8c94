"""Binding a scan: the sealed paper as a picture or PDF, or the file with the electronic seal, to the text.

Source: 条例 art. 40; 国办发 rules on electronic seals name OFD and PDF (setting of the kinds that are taken).
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from gongkai.files.accept import accept
from gongkai.files.names import extension
from gongkai.values.errors import NotAllowed, Refused
from gongkai.web.attachments.actions.add import keep_made, terms
from gongkai.web.audit.recording import record
from gongkai.web.letters import providers
from gongkai.web.letters.actions.writing import ARTICLE, locked, open_to_change
from gongkai.web.letters.files import subject_of
from gongkai.web.letters.models import Letter, SealedScan
from gongkai.web.rights.actor import Actor, Forbidden

KINDS = ("pdf", "ofd", "jpg", "jpeg", "png", "tif", "tiff")


def bind_scan(
    actor: Actor, letter: Letter, given: str, data: bytes, *, seen: int, now: dt.datetime
) -> SealedScan:
    """Store the scan and bind it to the hash of the present text, which is that of version ``seen``.

    Raises ``Forbidden``, ``FileError`` with one sentence for a file that cannot be taken,
    :class:`NotAllowed` for a letter without number, void, sent or not for sealing, ``Taken`` where there is a
    newer version than the one that was printed and sealed.
    """
    actor.require("letters.draft", letter.organ_id)
    if not providers.may_draft(actor, letter.subject):
        raise Forbidden("您不能为这一事项登记用印。")
    ready_for_seal(letter)
    if extension(given) not in KINDS:
        raise Refused("wrong_kind", "盖章扫描件应当是PDF、OFD或者图片（jpg、png、tif）。请转换格式后再上传。")
    seen_file, data = accept(data, given, terms(own=True))
    with transaction.atomic():
        row = locked(letter, seen)
        ready_for_seal(row)
        file = keep_made(
            actor,
            subject_of(row),
            seen_file.name,
            data,
            now,
            kind=seen_file.kind.value,
            media_type=seen_file.media_type,
        )
        file.notices = [*seen_file.notices, *(hit.sentence for hit in seen_file.hidden)]
        file.save(update_fields=["notices"])
        scan: SealedScan = SealedScan.objects.create(
            organ=row.organ, letter=row, digest=row.digest, file=file, by=actor.id, at=now
        )
        record(
            actor, "letters.bind_scan", str(row.pk), now, version=seen, text=row.digest, sha256=file.sha256
        )
    return scan


def ready_for_seal(letter: Letter) -> None:
    """Raise :class:`NotAllowed` where no scan can belong to this letter."""
    if not letter.sealed:
        raise NotAllowed("这种文书不用印，不需要盖章扫描件。", ARTICLE)
    open_to_change(letter)
    if letter.issued_at is None:
        raise NotAllowed("这份文书还没有编号。请先编号、打印、用印，再上传盖章扫描件。", ARTICLE)
