"""Proposing an answered case to everybody: a draft for proactive publication or for the library of answers.

The draft goes the way of every draft: edited, reviewed, checked for secrecy. In the library nothing appears
in which personal data are found.

Source: 条例 arts. 15, 17, 44.
"""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction

from gongkai.values.errors import NotAllowed
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.models import Application
from gongkai.web.audit.recording import record
from gongkai.web.letters.shown import paper_in
from gongkai.web.letters.standing import present
from gongkai.web.replies.contents import sent_letters
from gongkai.web.replies.models import PURPOSES, CaseDraft
from gongkai.web.replies.personal import covered
from gongkai.web.review.actions.drafts import begin_draft
from gongkai.web.rights.actor import Actor
from gongkai.web.sealing.fields import SealedField

ARTICLE = "《条例》第四十四条"
COLUMNS = {"proactive": "法定主动公开内容", "answer": "依申请公开答复选登"}
REMEDY = "如不服"
PRIVATE = tuple(f.name for f in Application._meta.get_fields() if isinstance(f, SealedField))


def private_words(application: Application) -> tuple[str, ...]:
    """What the applicant gave of himself, and the number of his case: none of it may stand in what is
    released.
    """
    return (*filter(None, (application.opened(name) for name in PRIVATE)), application.number)


def text_for(application: Application, purpose: str, today: dt.date) -> str:
    """The first draft of the text, personal data covered; a person writes it anew where it is needed."""
    words = private_words(application)
    if purpose == "proactive":
        return covered(
            f"（请写入拟主动公开的政府信息，或者作为附件上传。）\n申请的内容：{application.request}", words
        )
    lines = [f"申请内容：{application.request}"]
    for letter in sent_letters(state_of(application, today)):
        if letter.document and letter.document.decisions:
            told = paper_in(present(letter)).body.paragraphs
            # How to challenge it was told to the applicant; others do not need it.
            lines += ["答复：", *(text for text in told if REMEDY not in text)]
    return covered("\n".join(lines), words)


def propose(actor: Actor, application: Application, purpose: str, reason: str, now: dt.datetime) -> CaseDraft:
    """Begin the draft. Raises ``Forbidden``, :class:`NotAllowed` without a reason, without a reply."""
    actor.require("applications.handle", application.organ_id)
    actor.require("review.submit", application.organ_id)
    today = now.astimezone(dt.timezone(dt.timedelta(hours=8))).date()
    if purpose not in PURPOSES or not reason.strip():
        raise NotAllowed("请选择用途并写明理由，例如几件申请要求相同的信息、申请人建议主动公开。", ARTICLE)
    if purpose == "answer" and state_of(application, today).case.row is None:
        raise NotAllowed("这一件还没有答复，不能选登。", ARTICLE)
    words = private_words(application)
    title = covered(application.record_name or application.matter or "政府信息公开申请的答复", words)
    values = {
        "title": title, "body": text_for(application, purpose, today), "column": COLUMNS[purpose],
        "origin": "own", "attribute": "active", "personal": "treated", "platforms": ["site"],
    }  # fmt: skip
    with transaction.atomic():
        try:
            draft = begin_draft(actor, now, **values)
        except ValidationError as error:
            raise NotAllowed("".join(error.messages), ARTICLE) from None
        one: CaseDraft = CaseDraft.objects.create(
            organ=application.organ, application=application, draft=draft, purpose=purpose,
            reason=reason.strip()[:300], by=actor.id, at=now,
        )  # fmt: skip
        record(actor, "replies.propose", application.number, now, purpose=purpose, draft=str(draft.pk))
    return one
