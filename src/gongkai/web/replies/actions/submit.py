"""Sending a letter of an application to its reviewers; again after each change of its text or its files.

Source: 条例 art. 17; decision 0024.
"""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError

from gongkai.values.errors import NotAllowed
from gongkai.web.letters import providers
from gongkai.web.letters.models import Letter
from gongkai.web.letters.standing import is_void
from gongkai.web.replies.reviewing import KEY, LETTERS, needs_review, review_of
from gongkai.web.review.actions.doing import Seen
from gongkai.web.review.actions.submitting import resubmit, submit
from gongkai.web.review.ledger import File
from gongkai.web.rights.actor import Actor, Forbidden

ARTICLE = "《条例》第十七条、第四十五条"


def send_to_review(actor: Actor, letter: Letter, seen: int, now: dt.datetime) -> File:
    """Submit the letter as it now is; ``seen`` is the last position of its review that the actor saw, else 0.

    Raises ``Forbidden``, ``Taken``, :class:`NotAllowed` where nothing is to be reviewed.
    """
    actor.require("letters.draft", letter.organ_id)
    if not providers.may_draft(actor, letter.subject):
        raise Forbidden("您不能为这一事项送审文书。")
    if not needs_review(letter):
        raise NotAllowed("这种文书不需要送审。", ARTICLE)
    if letter.issued_at is not None or is_void(letter):
        raise NotAllowed("这份文书已经编号或者作废，不能再送审。需要时请另行起草一份。", ARTICLE)
    file = review_of(letter)
    try:
        if file is None or not file.review.open:
            return submit(actor, KEY, str(letter.pk), now)
        same = LETTERS.content(letter.organ_id, str(letter.pk)).matches(file.review.hash)
        if same and file.review.sent_back is None:
            raise NotAllowed("这份文书正在审核，文字没有变化，不需要再次送审。", ARTICLE)
        return resubmit(actor, file.id, Seen(seen, file.review.hash), now)
    except ValidationError as error:
        raise NotAllowed("".join(error.messages), ARTICLE) from None
