"""答复选登: an answer goes into the public library, or out of it again.

What is released is the reviewed draft, word by word; the review is used up by it. Personal data that the
finders see stop it, whoever has signed.

Source: 条例 arts. 15, 17; security checks C11, C22.
"""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction

from gongkai.values.errors import NotAllowed
from gongkai.web.audit.recording import record
from gongkai.web.replies.actions.propose import private_words
from gongkai.web.replies.models import Answer, CaseDraft
from gongkai.web.replies.personal import told
from gongkai.web.review.actions.doing import Seen
from gongkai.web.review.actions.releasing import release
from gongkai.web.review.drafts import KEY, latest_version
from gongkai.web.review.ledger import latest
from gongkai.web.rights.actor import Actor

ARTICLE = "《条例》第十五条、第十七条"
WHERE = "本系统“依申请公开答复选登”"


def personal_data(source: CaseDraft) -> list[str]:
    """The places of personal data in what the draft says now, in sentences."""
    version = latest_version(source.draft)
    return told(f"{version.title}\n{version.body}", private_words(source.application))


def publish(actor: Actor, source: CaseDraft, seen: int, now: dt.datetime) -> Answer:
    """Release the answer; ``seen`` is the last position of its review that the actor saw.

    Raises ``Forbidden``, ``Taken``, :class:`NotAllowed` where it is not for the library, is out already, is
    not signed, or has personal data in it.
    """
    actor.require("review.release", source.organ_id)
    if source.purpose != "answer":
        raise NotAllowed("这份稿件不是答复选登，请按信息发布办理。", ARTICLE)
    if Answer.objects.for_organ(source.organ_id).filter(source=source).exists():
        raise NotAllowed("这一件已经选登，不能重复发布。", ARTICLE)
    if places := personal_data(source):
        raise NotAllowed(f"没有发布：文字中有个人信息。{'；'.join(places)}。请修改后重新送审。", ARTICLE)
    file = latest(source.organ_id, KEY, str(source.draft_id))
    if file is None:
        raise NotAllowed("这份稿件还没有送审。请先送审，签署完毕以后再发布。", ARTICLE)
    version = latest_version(source.draft)
    with transaction.atomic():
        one = Answer(
            organ_id=source.organ_id, source=source, title=version.title, body=version.body,
            on=now.astimezone(dt.timezone(dt.timedelta(hours=8))).date(), by=actor.id, at=now,
        )  # fmt: skip
        try:
            release(
                actor, file.id, Seen(seen, file.review.hash), now, where=WHERE, address=f"/answers/{one.pk}/"
            )
        except ValidationError as error:
            raise NotAllowed("".join(error.messages), ARTICLE) from None
        one.save(force_insert=True)
        record(actor, "replies.publish", str(one.pk), now, draft=str(source.draft_id))
    return one


def withdraw(actor: Actor, answer: Answer, reason: str, now: dt.datetime) -> None:
    """Take an answer out of the library at once.

    Raises ``Forbidden``, :class:`NotAllowed` without a reason, or where somebody else has taken it out.
    """
    actor.require("review.release", answer.organ_id)
    if not reason.strip():
        raise NotAllowed("请写明撤下的理由。", ARTICLE)
    with transaction.atomic():
        rows = Answer.objects.for_organ(answer.organ_id).filter(pk=answer.pk, withdrawn_at=None)
        if not rows.update(withdrawn_at=now, withdrawn_by=actor.id, withdrawn_because=reason.strip()[:200]):
            raise NotAllowed("这一件已经由别人撤下，您填写的理由没有登记。请返回并刷新。", ARTICLE)
        record(actor, "replies.withdraw", str(answer.pk), now)
