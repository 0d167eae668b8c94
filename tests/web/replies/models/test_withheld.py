"""The next look is that of the last one; none once it may be disclosed."""

from __future__ import annotations

import datetime as dt

from gongkai.web.replies.models import GROUNDS, Reassessment, Withheld
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, replied


def test_grounds() -> None:
    assert "partly_disclosed" in GROUNDS
    assert "withheld.administrative_query" not in GROUNDS
    assert all(key.startswith(("withheld.", "partly")) for key in GROUNDS)


def test_next_on(bureau: Office) -> None:
    replied(bureau, applied(bureau))
    rows = Withheld.objects.for_organ(bureau.organ).looked_at()
    assert (rows.get().next_on, rows.get().outcome) == (rows.get().first_on, None)
    values = {"organ": bureau.organ, "withheld": rows.get(), "reason": "甲", "by": "p", "at": NOON}
    later = LATER + dt.timedelta(400)
    Reassessment.objects.create(outcome="keep", on=LATER, next_on=later, **values)
    assert (rows.get().next_on, rows.get().outcome) == (later, "keep")
    Reassessment.objects.create(outcome="release", on=later, next_on=None, **values)
    assert (rows.get().next_on, rows.get().outcome) == (None, "release")
    assert not rows.filter(next_on__lte=later).exists()
