"""清除个人信息: when the time of an archived case is over, what was written goes; what counts stays.

The ledger (what happened on which day), the number, the column of the applicant and the result stay, so every
table of every year remains what it was. Texts of letters, of the application and of its review, notes, files
and private values are erased; hashes stay.

Source: 个人信息保护法 arts. 19, 47; 条例 art. 45; security check C15.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django.db import transaction

from gongkai.letters.keeping import paper_of, paper_text
from gongkai.letters.paper import Paper, PaperBody
from gongkai.values.dates import day_words
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.forget import forget
from gongkai.web.applications.cases import CaseState, state_of
from gongkai.web.applications.models import Application, Note
from gongkai.web.attachments.actions.erase import erase_all
from gongkai.web.audit.recording import record
from gongkai.web.letters.models import Letter, LetterVersion, LetterVoid
from gongkai.web.replies.contents import files_of_letters
from gongkai.web.replies.facts import subject_of
from gongkai.web.replies.models import Archive, CaseDraft, Correction, Delivery, Erasure, Reassessment
from gongkai.web.replies.reviewing import KEY
from gongkai.web.review.core.content import Content
from gongkai.web.review.ledger import rounds
from gongkai.web.review.models import ReviewContent, ReviewEntry
from gongkai.web.rights.actor import Actor
from gongkai.web.sealing.fields import SealedField, sealed_models

ARTICLE = "《个人信息保护法》第四十七条、《条例》第四十五条"
GONE = "（保管期满，内容已经清除）"
PRIVATE = tuple(f.name for f in Application._meta.get_fields() if isinstance(f, SealedField))
INDEXES = ("name_index", "document_index", "phone_index", "code_hash")


@dataclass
class _Count:
    """How much was erased, by kind."""

    fields: int = 0
    letters: int = 0
    reviews: int = 0
    notes: int = 0
    files: int = 0


def why_not(application: Application, today: dt.date) -> str:
    """Why nothing may be erased now; "" where it may."""
    one = Archive.objects.for_organ(application.organ_id).filter(application=application).first()
    if one is None:
        return "这一件还没有归档，不能清除。"
    if Erasure.objects.for_organ(application.organ_id).filter(application=application).exists():
        return "这一件的个人信息已经清除。"
    if one.keep_until is None:
        return "这一件的保管期限为永久，不能清除。"
    if today <= one.keep_until:
        return f"保管期限到{day_words(one.keep_until)}为止，期满之前不能清除。"
    return ""


def erase(actor: Actor, application: Application, reason: str, now: dt.datetime) -> Erasure:
    """Erase the personal data of an archived case. Raises ``Forbidden``, :class:`NotAllowed`."""
    actor.require("applications.approve", application.organ_id)
    today = now.astimezone(dt.timezone(dt.timedelta(hours=8))).date()
    if not reason.strip():
        raise NotAllowed("请写明清除的依据和理由，例如档案鉴定销毁的批准文件。", ARTICLE)
    count = _Count()
    with transaction.atomic():
        rows = Application.objects.for_organ(application.organ_id).select_for_update(of=("self",))
        application = rows.select_related("organ").get(pk=application.pk)
        if why := why_not(application, today):
            raise NotAllowed(why, ARTICLE)
        state = state_of(application, today)
        _application(application, count)
        _letters(application, count)
        _notes(application, count)
        _attached(application, count)
        for subject in files_of_letters(state):
            count.files += erase_all(actor, subject, GONE, now)
        _list(state)
        one: Erasure = Erasure.objects.create(
            organ=application.organ, application=application, reason=reason.strip()[:300],
            counts=vars(count), by=actor.id, at=now,
        )  # fmt: skip
        record(actor, "replies.erase", application.number, now, **vars(count))
    return one


def _application(application: Application, count: _Count) -> None:
    for name in PRIVATE:
        count.fields += bool(len(getattr(application, name)))
        application.seal(name, "")
    application.request, application.needs_help = GONE, ""
    application.record_name = application.record_ref = application.code_hash = ""
    application.save(update_fields=[*PRIVATE, *INDEXES, "request", "needs_help", "record_name", "record_ref"])


def _attached(application: Application, count: _Count) -> None:
    """Every sealed text of other rooms that names the application (what its applicant wrote later)."""
    for model, fields in sealed_models():
        names = [field.name for field in fields]
        if not any(field.related_model is Application for field in model._meta.concrete_fields):
            continue
        rows = cast(Any, model).objects.for_organ(application.organ_id).select_related("organ")
        for row in rows.filter(application=application):
            for name in names:
                count.fields += bool(len(getattr(row, name)))
                row.seal(name, "")
            row.save(update_fields=names)


def _letters(application: Application, count: _Count) -> None:
    organ = application.organ_id
    letters = Letter.objects.for_organ(organ).filter(subject=subject_of(application))
    for version in LetterVersion.objects.for_organ(organ).filter(letter__in=letters).select_related("organ"):
        version.seal("facts", "{}")
        version.seal("paper", paper_text(_blank(paper_of(version.opened("paper")))))
        version.save(update_fields=["facts", "paper"])
        count.letters += 1
    for letter in letters:
        for review in rounds(organ, KEY, str(letter.pk)):
            count.reviews += _review(organ, str(review))


def _blank(paper: Paper) -> Paper:
    """The paper without anything but what it was: document, organ, number, title, day."""
    return Paper(
        document=paper.document, head=paper.head, number=paper.number, title=paper.title, addressee="",
        body=PaperBody((GONE,)), enclosures=(), signature=paper.signature, date=paper.date,
        sealed=paper.sealed, note="", sheets=(), day=paper.day,
    )  # fmt: skip


def _review(organ: UUID, review: str) -> int:
    """Opinions and contents of a review; the database lets nothing but these sealed columns be written."""
    done = 0
    for row in ReviewContent.objects.for_organ(organ).filter(review=review).select_related("organ"):
        row.seal("body", Content(GONE).written())
        row.save(update_fields=["body"])
        done += 1
    for entry in ReviewEntry.objects.for_organ(organ).filter(subject=review).exclude(words=""):
        entry.seal("words", "{}")
        ReviewEntry.objects.for_organ(organ).filter(pk=entry.pk).update(words=entry.words)
    return done


def _notes(application: Application, count: _Count) -> None:
    rows = Note.objects.for_organ(application.organ_id).filter(application=application)
    count.notes = rows.update(text=GONE) + forget(application, GONE)
    organ, mine = application.organ_id, {"letter__subject": subject_of(application)}
    count.notes += Delivery.objects.for_organ(organ).filter(**mine).update(note=GONE, tracking="")
    count.notes += Correction.objects.for_organ(organ).filter(**mine).update(reason=GONE, holds=GONE)
    count.notes += LetterVoid.objects.for_organ(organ).filter(**mine).update(reason=GONE)
    count.notes += CaseDraft.objects.for_organ(organ).filter(application=application).update(reason=GONE)
    looks = Reassessment.objects.for_organ(organ).filter(withheld__application=application)
    count.notes += looks.update(reason=GONE)


def _list(state: CaseState) -> None:
    """Names of files may name a person: the list keeps their place, day and hash."""
    one = Archive.objects.for_organ(state.application.organ_id).get(application=state.application)
    one.listed = [item | {"title": GONE if not item["number"] else item["title"]} for item in one.listed]
    one.save(update_fields=["listed"])
