"""What arrives, with its evidence; and what that means for the case."""

from __future__ import annotations

import datetime as dt
import threading

import pytest
from django.db import connection, connections

from gongkai.ledger.transitions import Stage
from gongkai.statute.events import Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.cases import state_of
from gongkai.web.audit.models import AuditLine
from gongkai.web.entries.row import Taken
from gongkai.web.replies.actions.deliver import Told, deliver
from gongkai.web.replies.facts import events_of
from gongkai.web.replies.models import Delivery
from gongkai.web.rights.actor import Forbidden
from tests.web.applications.lives import at
from tests.web.letters.bureau import PDF
from tests.web.offices import Office
from tests.web.replies.desk import LATER, applied, numbered, replied, signed, typed, written

ARRIVED = LATER + dt.timedelta(3)
NOW = at(LATER + dt.timedelta(20))


def told(what: str = "received", **more: object) -> Told:
    values: dict[str, object] = {"channel": "registered_mail", "on": ARRIVED, "tracking": "XA000000001CN"}
    return Told(what, **(values | more))  # type: ignore[arg-type]


def test_a_reply_received_is_delivered(bureau: Office) -> None:
    one = applied(bureau)
    letter, clerk = replied(bureau, one), bureau.actor("handler")
    deliver(clerk, letter, told("posted", on=LATER), NOW)
    assert events_of(state_of(one, NOW.date()), Kind.DELIVERED) == []
    made = deliver(clerk, letter, told(file=("送达回证.pdf", PDF)), NOW)
    assert made.file is not None
    state = state_of(one, NOW.date())
    assert [e.on for e in events_of(state, Kind.DELIVERED)] == [ARRIVED]
    with pytest.raises(NotAllowed, match="重复登记"):
        deliver(clerk, letter, told(), NOW)
    line = AuditLine.objects.filter(act="replies.deliver").last()
    assert line is not None
    assert "tracking" not in line.data


def test_what_came_back_is_given_by_public_notice(bureau: Office) -> None:
    one = applied(bureau)
    letter, clerk = replied(bureau, one), bureau.actor("handler")
    deliver(clerk, letter, told("returned"), NOW)
    deliver(clerk, letter, told("notice", channel="notice", note="本机关网站公告，期满之日"), NOW)
    assert [d.what for d in Delivery.objects.for_organ(bureau.organ).filter(letter=letter)] == [
        "returned",
        "notice",
    ]
    assert len(events_of(state_of(one, NOW.date()), Kind.DELIVERED)) == 1


def test_the_period_of_a_correction_runs_from_the_receipt(bureau: Office) -> None:
    one = applied(bureau)
    values = typed("D02", 1)
    assert "correction_until" not in values
    letter = replied(bureau, one, "D02", nth=1)
    state = state_of(one, LATER)
    assert state.clock is not None
    assert state.clock.case.correction_last is None
    deliver(bureau.actor("handler"), letter, told(), NOW)
    state = state_of(one, NOW.date())
    assert state.stage is Stage.CORRECTION_PENDING
    assert [e.notice_received_on for e in events_of(state, Kind.CORRECTION_NOTICE)] == [ARRIVED]
    assert state.clock is not None
    assert state.clock.case.correction_last is not None


def test_who_was_asked_has_the_letter(bureau: Office) -> None:
    one = applied(bureau)
    letter = replied(bureau, one, "D05")
    deliver(bureau.actor("handler"), letter, told(), NOW)
    state = state_of(one, NOW.date())
    assert [e.on for e in events_of(state, Kind.CONSULTATION_RECEIVED)] == [ARRIVED]
    assert state.stage is Stage.CONSULTING


def test_what_cannot_be(bureau: Office) -> None:
    one, clerk = applied(bureau), bureau.actor("handler")
    letter = numbered(bureau, signed(bureau, written(bureau, one)))
    with pytest.raises(NotAllowed, match="还没有登记发出"):
        deliver(clerk, letter, told(), NOW)
    letter = replied(bureau, one)
    for what, match in (
        (told(on=LATER - dt.timedelta(1)), "早于发出之日"),
        (told(on=NOW.date() + dt.timedelta(1)), "还没有到"),
        (told(tracking=" "), "应当有凭证"),
        (told("lost"), "请选择"),
    ):
        with pytest.raises(NotAllowed, match=match):
            deliver(clerk, letter, what, NOW)
    with pytest.raises(Forbidden):
        deliver(bureau.actor("reviewer"), letter, told(), NOW)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_record_one_arrival_one_wins(bureau: Office) -> None:
    """With real transactions of several threads."""
    if connection.vendor == "sqlite" and connection.is_in_memory_db():  # type: ignore[attr-defined]
        pytest.skip("a database in memory is shared by no second connection; the PostgreSQL run has this")
    one = applied(bureau)
    letter, clerk = replied(bureau, one), bureau.actor("handler")
    barrier, ended = threading.Barrier(4), []

    def act() -> None:
        barrier.wait()
        try:
            deliver(clerk, letter, told(), NOW)
            ended.append("recorded")
        except (NotAllowed, Taken):
            ended.append("told")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=act) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ended) == ["recorded", "told", "told", "told"]
    assert Delivery.objects.for_organ(bureau.organ).count() == 1
    assert len(events_of(state_of(one, NOW.date()), Kind.DELIVERED)) == 1
