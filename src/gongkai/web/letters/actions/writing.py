"""What every act on a letter shares: its row locked, the version that the actor saw, a new version written.

Source: security checks C39, C40.
"""

from __future__ import annotations

import datetime as dt

from django.db import connection

from gongkai.letters.keeping import facts_text, paper_text
from gongkai.values.errors import NotAllowed
from gongkai.web.attachments.actions.add import keep_made
from gongkai.web.attachments.models import Attachment
from gongkai.web.entries.row import Taken
from gongkai.web.letters import providers
from gongkai.web.letters.files import subject_of
from gongkai.web.letters.making import Made
from gongkai.web.letters.models import Letter, LetterVersion
from gongkai.web.letters.standing import is_void, went_out
from gongkai.web.rights.actor import Actor

ARTICLE = "《条例》第四十五条"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def locked(letter: Letter, seen: int) -> Letter:
    """The letter's row as it is now, locked until the transaction ends.

    Raises :class:`Taken` where there is a newer version than the actor saw, ``RuntimeError`` outside a
    transaction.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a letter is locked in the transaction of the act that changes it")
    rows = Letter.objects.for_organ(letter.organ_id).select_for_update(of=("self",)).select_related("organ")
    row: Letter = rows.get(pk=letter.pk)
    if row.version != seen:
        raise Taken
    return row


def open_to_change(letter: Letter) -> None:
    """Raise :class:`NotAllowed` where the letter is void or has gone out."""
    if is_void(letter):
        raise NotAllowed("这份文书已经作废，不能再办理。需要时请另行起草一份。", ARTICLE)
    if went_out(letter):
        raise NotAllowed("这份文书已经发出，不能再改动或者作废。需要更正的，请另行起草一份。", ARTICLE)


def write_version(actor: Actor, letter: Letter, made: Made, now: dt.datetime) -> LetterVersion:
    """Write a version after the present one, with its files, and make it the present one.

    Raises ``NotAllowed`` where the case takes no letter any more.
    """
    providers.provider_of(letter.subject)[0].writes(letter)
    number = letter.version + 1
    name = f"{letter.title}_{letter.number or '草稿'}_第{number}版"
    version = LetterVersion(
        organ=letter.organ,
        letter=letter,
        number=number,
        on=made.on,
        digest=made.digest,
        pdf=_kept(actor, letter, f"{name}.pdf", made.pdf, now),
        docx=_kept(actor, letter, f"{name}.docx", made.docx, now),
        made_by=actor.id,
        made_at=now,
    )
    version.seal("facts", facts_text(made.facts))
    version.seal("paper", paper_text(made.paper))
    version.save(force_insert=True)
    letter.version, letter.on, letter.digest, letter.sealed = number, made.on, made.digest, made.paper.sealed
    letter.save(update_fields=["version", "on", "digest", "sealed"])
    return version


def _kept(actor: Actor, letter: Letter, name: str, data: bytes, now: dt.datetime) -> Attachment:
    kind = name.rpartition(".")[2]
    media_type = "application/pdf" if kind == "pdf" else DOCX
    return keep_made(actor, subject_of(letter), name, data, now, kind=kind, media_type=media_type)
