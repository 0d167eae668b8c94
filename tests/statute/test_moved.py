"""What a notice moves: the due dates of days of receipt, the deadlines of a case."""

from __future__ import annotations

import datetime as dt

from gongkai.statute.clocks import Clock, clock
from gongkai.statute.holiday_notices import Festival, Notice
from gongkai.statute.moved import Moved, MovedDeadline, deadlines_moved, what_moved
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from tests.statute.case_lines import events

DAY = dt.date
BEFORE = Calendar.national()
AFTER = BEFORE.with_notice(
    Notice(2027, "2027年的示例安排", (Festival("元旦", (DAY(2027, 1, 1), DAY(2027, 1, 4))),))
)


def test_a_notice_tells_which_due_dates_moved() -> None:
    days = (DAY(2026, 12, 3), DAY(2026, 12, 4))
    assert what_moved(BEFORE, AFTER, days) == (Moved(days[1], DAY(2027, 1, 4), DAY(2027, 1, 5)),)
    assert what_moved(BEFORE, BEFORE, days) == ()
    assert what_moved(BEFORE, AFTER, days, 21) == (
        Moved(days[0], DAY(2027, 1, 4), DAY(2027, 1, 5)),
        Moved(days[1], DAY(2027, 1, 5), DAY(2027, 1, 6)),
    )


def test_a_notice_tells_which_deadlines_of_a_case_moved() -> None:
    known = events([
        "2026-12-01 received", "2026-12-02 consultation_sent id=a to=third_party",
        "2026-12-03 consultation_received id=a", "2026-12-21 consultation_sent id=b to=joint_maker",
        "2026-12-22 consultation_received id=b",
    ])  # fmt: skip

    def asked(calendar: Calendar) -> Clock:
        return clock(known, DAY(2026, 12, 22), calendar, Settings.default())

    assert deadlines_moved(asked(BEFORE), asked(BEFORE)) == ()
    moved = deadlines_moved(asked(BEFORE), asked(AFTER))
    assert [one.id for one in moved] == ["reply", "opinion:b"]
    assert moved[1] == MovedDeadline("opinion:b", DAY(2027, 1, 13), DAY(2027, 1, 14))
    assert all(one.before < one.after for one in moved)


def test_what_is_no_longer_awaited_is_not_told() -> None:
    first = clock(events(["2026-12-04 received"]), DAY(2026, 12, 4), BEFORE, Settings.default())
    late = clock(
        events(["2026-12-04 received", "2026-12-07 withdrawn"]), DAY(2026, 12, 7), AFTER, Settings.default()
    )
    assert deadlines_moved(first, late) == ()
    assert deadlines_moved(late, first) == ()
