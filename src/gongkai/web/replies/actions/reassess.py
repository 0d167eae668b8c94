"""定期评估: looking again at what was withheld; what may be disclosed by now goes to proactive publication.

Source: 条例 art. 18.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from gongkai.values.dates import day_words
from gongkai.values.errors import NotAllowed
from gongkai.web.audit.recording import record
from gongkai.web.replies.keeping import next_look
from gongkai.web.replies.models import OUTCOMES, Reassessment, Withheld
from gongkai.web.rights.actor import Actor

ARTICLE = "《条例》第十八条"


def reassess(
    actor: Actor, withheld: Withheld, outcome: str, reason: str, *, on: dt.date, now: dt.datetime
) -> Reassessment:
    """Record a look: withheld still (with the day of the next one), in part, or no longer.

    Raises ``Forbidden``, :class:`NotAllowed` without a reason, for a day that has not come, or before the
    look that stands.
    """
    actor.require("applications.handle", withheld.organ_id)
    if outcome not in OUTCOMES or not reason.strip():
        raise NotAllowed("请选择评估结论，并写明理由：情势有没有变化，为什么仍不公开或者可以公开。", ARTICLE)
    if on > now.astimezone(dt.timezone(dt.timedelta(hours=8))).date():
        raise NotAllowed(f"评估日期{day_words(on)}还没有到，不能提前登记。请核对日期。", ARTICLE)
    with transaction.atomic():
        # Held: of two looks at once the second is held against the first.
        rows = Withheld.objects.for_organ(withheld.organ_id).filter(pk=withheld.pk)
        list(rows.select_for_update(no_key=True).values_list("pk"))
        last = Reassessment.objects.for_organ(withheld.organ_id).filter(withheld=withheld).last()
        since = last.on if last else withheld.since
        if on < since:
            raise NotAllowed(
                f"评估日期{day_words(on)}早于上一次的日期{day_words(since)}。请核对日期。", ARTICLE
            )
        one: Reassessment = Reassessment.objects.create(
            organ_id=withheld.organ_id,
            withheld=withheld,
            on=on,
            outcome=outcome,
            reason=reason.strip()[:500],
            next_on=None if outcome == "release" else next_look(withheld.application, on),
            by=actor.id,
            at=now,
        )
        record(actor, "replies.reassess", str(withheld.pk), now, outcome=outcome, on=on.isoformat())
    return one
