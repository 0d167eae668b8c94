"""What lies unopened for some working days is to be posted; what was opened or posted is not."""

from __future__ import annotations

import datetime as dt

from gongkai.statute.delivery import electronic
from gongkai.web.letters.actions.dispatch import dispatch
from gongkai.web.letters.actions.scan import bind_scan
from gongkai.web.replies.actions.deliver import Told, deliver
from gongkai.web.replies.unopened import find, unopened
from gongkai.web.workdays.door import calendar_for
from tests.web.applications.lives import at
from tests.web.letters.bureau import PDF
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, numbered, signed, written


def test_until_it_is_posted(bureau: Office) -> None:
    letter, clerk = (
        numbered(bureau, signed(bureau, written(bureau, applied(bureau)))),
        bureau.actor("handler"),
    )
    bind_scan(clerk, letter, "盖章件.pdf", PDF, seen=2, now=NOON)
    dispatch(clerk, letter, "electronic", on=LATER, seen=2, now=NOON)
    last = electronic(LATER, None, calendar_for(bureau.organ.region)).post_after
    after = last + dt.timedelta(1)
    assert list(unopened(bureau.organ, last)) == []
    assert [day for _, day in unopened(bureau.organ, after)] == [last]
    waiting = list(find(bureau.organ, clerk, after))
    assert str(letter.pk) in waiting[0].address
    deliver(clerk, letter, Told("posted", "registered_mail", after, "XA1"), at(after))
    assert list(unopened(bureau.organ, after)) == []
