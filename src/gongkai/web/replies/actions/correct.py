"""更正: a reply that went out with a mistake is corrected by a further letter; the first stays as sent.

The result of the case and its day do not change by it; a decision that is changed in its substance is made
anew after a remand, or by the court and the body of reconsideration.

Source: law.md A12; 条例 art. 41 concerns records about the applicant and is another thing.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from gongkai.letters.keeping import facts_of
from gongkai.values.errors import NotAllowed
from gongkai.web.audit.recording import record
from gongkai.web.entries.row import Taken
from gongkai.web.letters.actions.draft import draft
from gongkai.web.letters.actions.writing import locked
from gongkai.web.letters.models import Letter
from gongkai.web.letters.standing import present, went_out
from gongkai.web.replies.erased import open_to_write
from gongkai.web.replies.models import Correction
from gongkai.web.rights.actor import Actor

ARTICLE = "《条例》第三十六条、第四十五条"


def correct(
    actor: Actor, letter: Letter, wrong: str, holds: str, *, on: dt.date, seen: int, now: dt.datetime
) -> Letter:
    """Draft the letter that corrects one already sent, from the same facts; the clerk then changes them.

    It begins with which letter it corrects, what was ``wrong`` there and what ``holds``; ``seen`` is how many
    corrections of that letter the actor saw. Raises ``Forbidden``, :class:`NotAllowed` where one of the two
    is missing, the letter has not gone out or its case was erased, ``Taken`` where somebody else began one.
    """
    actor.require("letters.draft", letter.organ_id)
    wrong, holds = (text.strip().rstrip("。") for text in (wrong, holds))
    if not wrong or not holds:
        raise NotAllowed("请写明原文书哪里有误、更正为什么，两项都写进更正的文书。", ARTICLE)
    if not went_out(letter):
        raise NotAllowed("这份文书还没有发出，不需要更正，请直接修改、生成新的版本。", ARTICLE)
    with transaction.atomic():
        letter = locked(letter, letter.version)
        open_to_write(letter)
        if Correction.objects.for_organ(letter.organ_id).filter(of=letter).count() != seen:
            raise Taken
        facts = _facts(letter) | {"correction_wrong": wrong, "correction_holds": holds}
        new = draft(actor, letter.subject, letter.kind, facts, on=on, now=now)
        Correction.objects.create(
            organ_id=letter.organ_id,
            letter=new,
            of=letter,
            reason=wrong[:300],
            holds=holds[:300],
            by=actor.id,
            at=now,
        )
        record(actor, "replies.correct", str(new.pk), now, of=str(letter.pk))
    return new


def _facts(letter: Letter) -> dict[str, Any]:
    """What the letter told, and which one it was."""
    facts: dict[str, Any] = facts_of(present(letter).opened("facts"))
    facts.pop("number", None)
    numbered = f"《{letter.title}》（{letter.number}）" if letter.number else f"《{letter.title}》"
    return facts | {"correction_of": numbered, "correction_of_on": letter.on}
