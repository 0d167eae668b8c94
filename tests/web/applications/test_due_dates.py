"""A notice of holidays tells which applications have another last day."""

from __future__ import annotations

import datetime as dt

from gongkai.statute.events import Kind
from gongkai.statute.holiday_notices import read
from gongkai.web.workdays.door import with_notices
from gongkai.web.workdays.due_dates import moved
from tests.web.applications.lives import entered, filed
from tests.web.offices import Office
from tests.web.workdays.texts import NOTICE_2027

DAY = dt.date(2026, 12, 21)


def test_a_reply_in_the_new_year_moves(office: Office) -> None:
    one, closed = filed(office, on=DAY)[0], filed(office, on=DAY)[0]
    entered(office, closed, Kind.WITHDRAWN, DAY)
    changes = moved(
        lambda organ: with_notices([], organ.region),
        lambda organ: with_notices([read(NOTICE_2027)], organ.region),
        DAY,
    )
    mine = [change for change in changes if change.before.words == "答复期限"]
    assert [change.before.subject for change in mine] == [one.number]
    assert (mine[0].before.provisional, mine[0].after.provisional) == (True, False)
