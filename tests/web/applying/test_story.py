"""What an applicant is told: every stage has words, inner work stays inside, last days are the core's."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.ledger.transitions import Stage
from gongkai.statute.events import Asked, Channel, Kind
from gongkai.web.applications.cases import CaseState, state_of
from gongkai.web.applying import story
from tests.web.applications.lives import DAY, entered, filed
from tests.web.offices import Office


def told(state: CaseState) -> str:
    return "；".join(one.words for one in story.story(state))


def test_every_stage_has_words() -> None:
    assert set(story.STANDS) == set(story.NEXT) == set(Stage) - {Stage.NONE}


def test_inner_work_stays_inside(office: Office) -> None:
    one, _ = filed(office)
    entered(office, one, Kind.CONSULTATION_SENT, DAY, id="云州甲公司", to=Asked.THIRD_PARTY)
    entered(office, one, Kind.CONSULTATION_RETURNED, DAY, id="云州甲公司")
    state = entered(office, one, Kind.DECIDED, DAY, decision="withheld.deliberative")
    assert told(state).endswith("征求第三方意见；机关收到征求的意见")
    assert "云州" not in told(state)
    assert story.stands(state) == "正在制作、送达答复"
    state = entered(office, one, Kind.DISPATCHED, DAY)
    assert told(state).endswith("机关发出答复")
    assert list(story.lasts(state)) == []


def test_one_last_day_or_two(office: Office) -> None:
    one, _ = filed(office)
    state = state_of(one, DAY)
    (last,) = story.lasts(state)
    assert state.clock
    assert (last.on, last.left) == (state.clock.strict, "还有20个工作日")
    assert not story.two_readings(state)
    online, _ = filed(office, Channel.INTERNET)
    assert [one.what for one in story.lasts(state_of(online, DAY))] == [
        "机关应当安排在这一天以前答复（从严计算）"
    ]
    later = DAY + dt.timedelta(3)
    state = entered(office, online, Kind.RECEIVED, later)
    assert len(list(story.lasts(state))) == 2
    assert story.two_readings(state)


@pytest.mark.parametrize(
    ("kind", "more", "words"),
    [
        (Kind.EXTENDED, {"days": 20, "approved_by": "工作机构负责人"}, "延长答复期限20个工作日"),
        (Kind.FEE_NOTICE, {"amount": 200}, "信息处理费200元"),
        (Kind.CORRECTION_NOTICE, {}, "补正告知书"),
    ],
)
def test_what_some_events_carry(office: Office, kind: Kind, more: dict[str, object], words: str) -> None:
    one, _ = filed(office)
    assert words in told(entered(office, one, kind, DAY, **more))


def test_what_is_awaited_from_the_applicant(office: Office) -> None:
    one, _ = filed(office)
    state = entered(office, one, Kind.FEE_NOTICE, DAY, amount=200)
    assert story.fee(state) == 200
    assert story.in_the_letter(state)
    assert story.what_next(state).startswith("请按收费通知书缴费")
    other, _ = filed(office)
    until = DAY + dt.timedelta(14)
    state = entered(office, other, Kind.CORRECTION_NOTICE, DAY, until=until)
    assert [(last.what, last.on) for last in story.lasts(state)] == [("您补正的最后一日", until)]
    assert story.in_the_letter(state) == ""
    assert story.fee(state) is None


def test_reasons_are_awaited_until_given(office: Office) -> None:
    one, _ = filed(office)
    assert not story.reasons_awaited(state_of(one, DAY))
    assert story.reasons_awaited(entered(office, one, Kind.REASONS_REQUESTED, DAY))
    assert not story.reasons_awaited(entered(office, one, Kind.REASONS_GIVEN, DAY))


def test_overdue_by_the_lenient_day(office: Office) -> None:
    one, _ = filed(office)
    clock = state_of(one, DAY).clock
    assert clock
    assert clock.lenient
    assert not story.overdue(state_of(one, clock.lenient))
    late = state_of(one, clock.lenient + dt.timedelta(5))
    assert story.overdue(late)
    assert "已经超过" in next(iter(story.lasts(late))).left


def test_a_remanded_case_is_told_the_day_that_was_ordered(office: Office) -> None:
    one, _ = filed(office)
    entered(office, one, Kind.DECIDED, DAY, decision="withheld.deliberative")
    assert list(story.lasts(entered(office, one, Kind.DISPATCHED, DAY))) == []
    ordered = DAY + dt.timedelta(60)
    state = entered(office, one, Kind.REMANDED, DAY + dt.timedelta(30), until=ordered)
    assert [last.on for last in story.lasts(state)] == [ordered]
    assert not story.overdue(state)
    assert story.overdue(state_of(one, ordered + dt.timedelta(1)))
