"""The panel of the clock: the core's own date, how far it is, what is awaited, what was late."""

from __future__ import annotations

import datetime as dt

from gongkai.statute.events import Channel, Kind
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.clock_panel import context, deadline_words, left, readings
from gongkai.web.organs.actions.choose import choose
from tests.web.applications.lives import DAY, at, entered, filed
from tests.web.offices import Office


def test_running_and_late(office: Office) -> None:
    one, _ = filed(office)
    actor = office.actor("handler")
    state = state_of(one, DAY)
    assert state.clock
    assert state.clock.strict
    found = context(actor, state)
    assert (found["running"], found["late"], found["left"]) == (True, False, "还有20个工作日")
    assert [words for words, *_ in found["deadlines"]] == ["答复", "补正告知（需要补正的）"]
    assert found["steps"][-1].on == state.clock.strict
    assert left(state_of(one, state.clock.strict), state.clock.strict) == "今日到期"
    after = context(actor, state_of(one, state.clock.strict + dt.timedelta(30)))
    assert after["late"]
    assert after["breaches"] == ["逾期答复（第三十三条第二款）"]
    assert after["left"].startswith("已超过")


def test_nothing_runs(office: Office) -> None:
    one, _ = filed(office)
    entered(office, one, Kind.CORRECTION_NOTICE, DAY, until=DAY + dt.timedelta(20))
    found = context(office.actor("handler"), state_of(one, DAY))
    assert not found["running"]
    assert [words for words, *_ in found["deadlines"]] == ["申请人补正"]


def test_before_confirmation(office: Office) -> None:
    one, _ = filed(office, Channel.INTERNET)
    assert context(office.actor("handler"), state_of(one, DAY))["stage_words"] == "待双方确认"
    assert context(office.actor("handler"), state_of(one, DAY - dt.timedelta(1)))["clock"] is None


def test_words_of_an_opinion() -> None:
    assert deadline_words("opinion:2") == "被征求方答复（编号2）"
    assert deadline_words("reply") == "答复"


def test_a_remanded_case_runs_again(office: Office) -> None:
    one, _ = filed(office)
    entered(office, one, Kind.CORRECTION_NOTICE, DAY, until=DAY + dt.timedelta(9))
    entered(office, one, Kind.CORRECTION_LAPSED, DAY + dt.timedelta(10))
    state = state_of(one, DAY + dt.timedelta(10))
    found = context(office.actor("handler"), state)
    assert (state.ended, found["running"], found["deadlines"]) == (True, False, [])
    ordered = DAY + dt.timedelta(60)
    entered(office, one, Kind.REMANDED, DAY + dt.timedelta(30), until=ordered)
    state = state_of(one, DAY + dt.timedelta(30))
    found = context(office.actor("handler"), state)
    assert (state.ended, found["running"]) == (False, True)
    assert state.case.row == "otherwise.correction_lapsed"
    assert [on for _, on, *_ in found["deadlines"]] == [ordered]


def test_the_doubtful_readings_of_this_case_are_named(office: Office) -> None:
    """With the value that held on the day of filing, whatever was chosen later."""
    before, _ = filed(office)
    since = DAY + dt.timedelta(1)
    now = at(DAY)
    for name, value in (("correction.days", 20), ("period.first_day", "same")):
        choose(office.actor("office_head"), office.organ, name, value, since=since, reason="决定", now=now)
    after, _ = filed(office, on=since)
    for one in (before, after):
        entered(office, one, Kind.CORRECTION_NOTICE, since, notice_received_on=since)
    found = [{line["title"]: line for line in readings(state_of(one, since))} for one in (before, after)]
    days = "补正期限的工作日数"
    assert [(one[days]["words"], one[days]["whose"]) for one in found] == [
        ("10", "默认"),
        ("20", "本机关选定"),
    ]
    assert "征求意见中不计入的起止" not in found[0]
    lasts = [
        state.clock.case.correction_last for one in (before, after) if (state := state_of(one, since)).clock
    ]
    assert lasts[0] < lasts[1]  # type: ignore[operator]
    page = office.client("handler").get(f"/office/applications/{before.number}/").content.decode()
    assert "本件用到的、法律没有写明之处" in page
    assert days in page
