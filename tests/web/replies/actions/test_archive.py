"""A file is closed when nothing is left to do; its number follows the last one."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.values.errors import NotAllowed
from gongkai.web.applications.cases import state_of
from gongkai.web.organs.actions.choose import choose
from gongkai.web.replies.actions.archive import archive, last_day, why_not
from gongkai.web.replies.actions.deliver import Told, deliver
from gongkai.web.rights.actor import Forbidden
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, numbered, replied, signed, written


def test_when_nothing_is_left(bureau: Office) -> None:
    one, clerk = applied(bureau), bureau.actor("handler")
    assert "还没有办结" in why_not(state_of(one, LATER))
    letter = replied(bureau, one)
    assert "没有登记送达" in why_not(state_of(one, LATER))
    deliver(clerk, letter, Told("received", "in_person", LATER, note="当面签收"), NOON)
    left = numbered(
        bureau, signed(bureau, written(bureau, one, "D06", asked="third_party", consultation_sent_on=LATER))
    )
    assert left.number in why_not(state_of(one, LATER))
    with pytest.raises(NotAllowed, match="没有发出"):
        archive(clerk, one, "long", NOON)


def test_number_and_last_day(bureau: Office) -> None:
    clerk = bureau.actor("handler")
    made = []
    for retention in ("long", "permanent"):
        one = applied(bureau)
        letter = replied(bureau, one)
        deliver(clerk, letter, Told("received", "in_person", LATER, note="当面签收"), NOON)
        made.append(archive(clerk, one, retention, NOON))
    assert [one.serial for one in made] == [1, 2]
    assert [one.keep_until for one in made] == [dt.date(2056, 12, 31), None]
    assert made[0].listed[0]["place"] == 1
    with pytest.raises(NotAllowed, match="已经归档"):
        archive(clerk, made[0].application, "long", NOON)
    with pytest.raises(NotAllowed, match="保管期限"):
        archive(clerk, made[0].application, "ever", NOON)
    with pytest.raises(Forbidden):
        archive(bureau.actor("reviewer"), made[0].application, "long", NOON)


def test_counted_from_the_year_after(bureau: Office) -> None:
    assert last_day(bureau.organ, dt.date(2026, 1, 2), "short", LATER) == dt.date(2036, 12, 31)
    assert last_day(bureau.organ, dt.date(2026, 1, 2), "permanent", LATER) is None


def test_by_the_years_that_the_organ_chose(bureau: Office) -> None:
    since = LATER + dt.timedelta(1)
    head = bureau.actor("office_head")
    choose(head, bureau.organ, "retention.short", 15, since=since, reason="保管期限表", now=NOON)
    days = [last_day(bureau.organ, dt.date(2026, 1, 2), "short", day) for day in (LATER, since)]
    assert days == [dt.date(2036, 12, 31), dt.date(2041, 12, 31)]
