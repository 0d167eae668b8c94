"""The board: every open case in one part; an earlier day is what the ledger says of it; a later one what is
due then; the number of queries does not grow.
"""

from __future__ import annotations

import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongkai.ledger.transitions import Stage
from gongkai.statute.events import Channel, Kind
from gongkai.web.applications.board import Board, board_on, working_days
from gongkai.web.applications.cases import calendar_of, state_of
from gongkai.web.applications.models import Application
from gongkai.web.applications.urgency import Urgency
from tests.web.applications.lives import DAY, entered, filed
from tests.web.applications.test_handlers import assigned
from tests.web.offices import Office


def on(office: Office, one: Application, day: dt.date, today: dt.date = DAY) -> Board:
    return board_on(office.organ, day, today, calendar_of(one))


def test_today_and_the_same_day_folded_agree(office: Office) -> None:
    first, _ = filed(office)
    second, _ = filed(office, Channel.INTERNET, DAY)
    third, _ = filed(office, on=DAY)
    entered(office, third, Kind.CORRECTION_NOTICE, DAY, until=DAY + dt.timedelta(20))
    closed, _ = filed(office, on=DAY)
    entered(office, closed, Kind.WITHDRAWN, DAY)
    now = on(office, first, DAY)
    then = on(office, first, DAY, DAY + dt.timedelta(60))
    assert now == then
    assert [line.number for line in now.lines if line.stage is Stage.CORRECTION_PENDING] == [third.number]
    assert {line.number for line in now.lines} == {first.number, second.number, third.number}
    assert [line.number for line in now.of(Urgency.WAITING)] == [third.number]
    assert now.of(Urgency.WAITING)[0].awaited == "申请人补正"


def test_a_day_to_come(office: Office) -> None:
    one, _ = filed(office)
    due = state_of(one, DAY).clock.strict  # type: ignore[union-attr]
    assert due is not None
    assert on(office, one, due).of(Urgency.TODAY)[0].left_words == "今天到期"
    late = on(office, one, calendar_of(one).nth_after(due, 2)).of(Urgency.OVERDUE)[0]
    assert late.left_words == "已逾期2个工作日"
    near = on(office, one, due - dt.timedelta(3)).of(Urgency.SOON)[0]
    assert near.left_words.startswith("还剩")


def test_an_earlier_day_knows_nothing_of_later_entries(office: Office) -> None:
    one, _ = filed(office)
    later = DAY + dt.timedelta(9)
    entered(office, one, Kind.DECIDED, later, decision="disclosed.supplied")
    entered(office, one, Kind.DISPATCHED, later)
    assert on(office, one, later, later).lines == ()
    assert on(office, one, DAY, later).lines[0].stage is Stage.PROCESSING
    assert on(office, one, DAY - dt.timedelta(1), later).lines == ()


def test_a_remanded_case_is_on_the_board_again(office: Office) -> None:
    one, _ = filed(office)
    day = DAY + dt.timedelta(9)
    entered(office, one, Kind.DECIDED, day, decision="disclosed.supplied")
    entered(office, one, Kind.DISPATCHED, day)
    until = day + dt.timedelta(40)
    entered(office, one, Kind.REMANDED, day + dt.timedelta(5), until=until)
    again = day + dt.timedelta(6)
    assert on(office, one, again, again).lines[0].due == until
    assert on(office, one, again, again).lines == on(office, one, again, again + dt.timedelta(1)).lines


def test_by_unit_and_person(office: Office) -> None:
    one, _ = filed(office)
    two, _ = filed(office)
    person = office.person("handler")
    assigned(office, one, person)
    board = on(office, one, DAY)
    assert [line.number for line in board.only(person=str(person.pk)).lines] == [one.number]
    assert [line.number for line in board.only(unit=str(office.unit.pk)).lines] == [one.number]
    shares = {who.words: sum(count.values()) for who, count in board.shares()}
    assert shares == {f"办公室 {person.name}": 1, "未分办": 1}
    assert two.number in {line.number for line in board.lines}


def test_the_queries_do_not_grow(office: Office) -> None:
    counted = []
    for more in (3, 12):
        for _ in range(more):
            one, _ = filed(office)
            assigned(office, one, office.person("handler"))
        for today in (DAY, DAY + dt.timedelta(60)):
            with CaptureQueriesContext(
                connection,
            ) as asked:
                assert on(office, one, DAY, today).lines
            counted.append(len(asked))
    assert counted[:2] == counted[2:]


def test_working_days_both_ways(office: Office) -> None:
    one, _ = filed(office)
    calendar = calendar_of(one)
    assert working_days(DAY, DAY, calendar) == 0
    assert working_days(DAY, DAY + dt.timedelta(1), calendar) == 1
    assert working_days(DAY + dt.timedelta(1), DAY, calendar) == -1
