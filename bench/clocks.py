"""Claim: a due date takes at most 6 bisects, a clock of ten entries at most 30, of a list of that length.

The floor is ``bisect_right`` in a plain list of as many dates as the calendar has working days, measured in
the same run on the same machine; ratios of two runs are not compared. Both keep their limits: 4 bisects for
the due date, 27 to 29 for the clock of ten entries, about 5 µs, where the floor is 170 to 180 ns; a floor
above that was spoilt by other work, and its ratios flatter (43 to 52 were seen while events were sorted,
checked and counted one by one, 83 to 92 before ranks were looked up). Every call goes through all ten entries
again: nothing is kept of an earlier one but the calendar, the settings and what the law said on a day.

A clock is two things: the case that follows from its entries, and what its clock says on a day. Entries come
once, days pass: a case that got no entry since is asked again without going through them, and that is printed
too. Deadlines, breaches and the mark for provisional dates are found when they are read, and so is the
account of days; both are printed apart. Beside them stand the peers: one due date of 20 working days took 264
µs in bcgov foi-flow and 87 µs in okfde froide (one call each, measured elsewhere), and counting without
make-up days is right for 57 to 66 % of the days of 2023 to 2025.

    python bench/clocks.py
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable
from timeit import repeat

from gongkai.statute.clocks import Clock, case_on, clock, clock_of
from gongkai.statute.events import Asked, Channel, Event, Kind
from gongkai.statute.reply_due import reply_due
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar

DAY = dt.date
TEN = (
    Event(Kind.SUBMITTED, DAY(2026, 2, 27), channel=Channel.INTERNET),
    Event(Kind.RECEIVED, DAY(2026, 3, 2)),
    Event(Kind.CONSULTATION_SENT, DAY(2026, 3, 9), id="a", to=Asked.THIRD_PARTY),
    Event(Kind.CONSULTATION_RECEIVED, DAY(2026, 3, 11), id="a"),
    Event(Kind.CONSULTATION_SENT, DAY(2026, 3, 16), id="b", to=Asked.JOINT_MAKER),
    Event(Kind.CONSULTATION_RETURNED, DAY(2026, 3, 25), id="a"),
    Event(Kind.CONSULTATION_RETURNED, DAY(2026, 4, 1), id="b"),
    Event(Kind.EXTENDED, DAY(2026, 4, 2), days=20, approved_by="公开办主任"),
    Event(Kind.DECIDED, DAY(2026, 5, 6), decision="withheld.deliberative"),
    Event(Kind.DISPATCHED, DAY(2026, 5, 7)),
)
ASKED_ON, RECEIVED_ON = DAY(2026, 5, 8), DAY(2026, 3, 2)
DUE_LIMIT, CLOCK_LIMIT = 6, 30
PEERS = "peers, one due date: 264 µs (foi-flow), 87 µs (froide); right under 调休: 57–66 %"


def nanoseconds(work: Callable[[], object], number: int) -> float:
    """The best of many runs of a few milliseconds, for one call; a busy machine spoils only some."""
    return min(repeat(work, number=number, repeat=200)) / number * 1e9


def everything(found: Clock) -> tuple[object, ...]:
    """All that a clock says without its account."""
    return found.deadlines, found.provisional, found.breaches


def main() -> None:
    """Print the ratios."""
    calendar, settings = Calendar.national(), Settings.default()
    days = [calendar.at(rank) for rank in range(1, calendar.rank(DAY(2050, 12, 31)) + 1)]
    floor = nanoseconds(lambda: bisect_right(days, RECEIVED_ON), 2_000)
    due = nanoseconds(lambda: reply_due(RECEIVED_ON, calendar), 400)
    ten = nanoseconds(lambda: clock(TEN, ASKED_ON, calendar, settings), 40)
    case = case_on(ASKED_ON, TEN, calendar, settings)
    again = nanoseconds(lambda: clock_of(case, ASKED_ON), 400)
    read = nanoseconds(lambda: everything(clock(TEN, ASKED_ON, calendar, settings)), 40)
    account = nanoseconds(lambda: reply_due(RECEIVED_ON, calendar).steps, 20)
    print(f"floor: bisect in a list of {len(days)} dates: {floor:.0f} ns")
    print(f"due date: {due:.0f} ns, {due / floor:.1f} bisects (at most {DUE_LIMIT})")
    print(f"clock of {len(TEN)} entries: {ten:.0f} ns, {ten / floor:.1f} bisects (at most {CLOCK_LIMIT})")
    print(f"its case asked again, without a new entry: {again:.0f} ns, {again / floor:.1f} bisects")
    print(f"the clock, deadlines, breaches and provisional read: {read:.0f} ns, {read / floor:.1f} bisects")
    print(f"due date with its account of days: {account:.0f} ns, {account / floor:.1f} bisects")
    print(PEERS)


if __name__ == "__main__":
    main()
