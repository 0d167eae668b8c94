"""What each kind of event needs before it; each refusal is a sentence that says what to do."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.statute import case_events
from gongkai.statute.case import Case, Consultation, periods_on
from gongkai.statute.case_events import ACTS, AGAIN, ALONE
from gongkai.statute.case_guards import misplaced
from gongkai.statute.case_words import Stage
from gongkai.statute.clocks import EventNotAllowed, clock
from gongkai.statute.events import Asked, Event, Kind
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotAllowed
from tests.statute.case_lines import ISO, events

DAY = dt.date(2026, 3, 2)
OPEN = ["2026-03-02 received"]
FEE = [*OPEN, "2026-03-05 fee_notice amount=100 notice_received_on=2026-03-06"]
ASKED = [*OPEN, "2026-03-09 consultation_sent id=a to=third_party"]
NOTICED = [*OPEN, "2026-03-05 correction_notice"]
REPLIED = [*OPEN, "2026-03-20 decided decision=withheld.deliberative", "2026-03-20 dispatched"]

REFUSED = (
    (OPEN, "2026-03-03 submitted", "另立一案"),
    (OPEN, "2026-03-03 received", "收到申请之日只有一个"),
    (["2026-03-02 submitted channel=fax", "2026-03-03 withdrawn"], "2026-03-04 received", "“已提交，尚未收到”“等待与"),
    (["2026-03-02 submitted channel=fax"], "2026-03-03 decided decision=partly_disclosed", "等待与申请人确认"),
    (["2026-03-02 submitted channel=fax"], "2026-03-03 correction_notice", "这一步只能在“办理中”时进行"),
    (OPEN, "2026-03-05 correction_notice until=2026-03-04", "期限的截止日2026年3月4日早于发出之日2026年3月5日"),
    (OPEN, "2026-03-05 correction_notice notice_received_on=2026-03-04", "申请人收到通知的日期2026年3月4日早于"),
    (OPEN, "2026-03-05 fee_notice amount=100 notice_received_on=2026-03-04", "早于发出之日"),
    (ASKED, "2026-03-10 correction_notice", "正在征求意见"),
    (OPEN, "2026-03-05 corrected", "等待申请人补正"),
    (NOTICED, "2026-05-05 correction_lapsed", "没有记载申请人收到通知的日期，补正期限还没有起算"),
    ([*OPEN, "2026-03-05 fee_notice amount=100"], "2026-05-05 fee_lapsed", "收到通知的日期，缴费期限还没有起算"),
    (OPEN, "2026-03-09 consultation_sent to=third_party", "编号（id）"),
    (OPEN, "2026-03-09 consultation_sent id=a", "对象（to）"),
    (ASKED, "2026-03-10 consultation_sent id=a to=other_organ", "已经用过"),
    (ASKED, "2026-03-10 consultation_returned id=b", "没有编号为“b”"),
    (ASKED, "2026-03-10 consultation_received id=b", "没有编号为“b”"),
    (ASKED, "2026-03-10 consultation_returned", "没有编号为“”"),
    (ASKED, "2026-03-10 consultation_received", "没有编号为“”"),
    ([*ASKED, "2026-03-10 consultation_received id=a"], "2026-03-11 consultation_received id=a", "不能再记一次"),
    ([*ASKED, "2026-03-10 consultation_returned id=a"], "2026-03-11 consultation_returned id=a", "已于2026年3月10日"),
    ([*ASKED, "2026-03-10 consultation_returned id=a"], "2026-03-11 consultation_received id=a", "编号“a”的征求意见已于2026年3月10日"),
    (OPEN, "2026-03-10 third_party_notified", "无从告知"),
    (OPEN, "2026-03-10 extended approved_by=甲", "延长的天数（days）"),
    (OPEN, "2026-03-10 extended days=5", "批准人（approved_by）"),
    (OPEN, "2026-03-31 extended days=5 approved_by=甲", "2026年3月31日再发延期答复告知书没有效力"),
    (OPEN, "2026-03-10 reasons_given", "没有要求申请人说明理由"),
    ([*OPEN, "2026-03-05 reasons_requested", "2026-03-06 reasons_given"], "2026-03-10 deferred", "截止日（until）"),
    ([*OPEN, "2026-03-05 reasons_requested", "2026-03-06 reasons_given"], "2026-03-10 deferred until=2026-03-09",
     "不早于"),
    (OPEN, "2026-03-31 fee_notice amount=100", "2026年3月30日届满，2026年3月31日再发收费通知书没有效力"),
    (OPEN, "2026-03-10 fee_notice", "金额（amount）"),
    (["2020-12-21 received"], "2020-12-31 fee_notice amount=100", "此前不能收取信息处理费"),
    (FEE, "2026-03-10 decided decision=partly_disclosed", "等待申请人缴费"),
    (OPEN, "2026-03-10 decided", "哪一种决定（decision）。可用的种类见“gongkai schema --decisions”"),
    (OPEN, "2026-03-10 decided decision=nonsense", "nonsense"),
    (OPEN, "2026-03-10 decided decision=otherwise.fee_unpaid", "请登记“逾期未缴费”"),
    (OPEN, "2026-03-10 dispatched", "已作出决定，尚未发出"),
    (OPEN, "2026-03-10 delivered", "已发出答复"),
    ([*REPLIED, "2026-03-23 delivered"], "2026-03-24 delivered", "已于2026年3月23日送达"),
    (REPLIED, "2026-03-24 remanded", "截止日（until）"),
    (REPLIED, "2026-03-24 remanded until=2026-03-23", "不早于"),
    (OPEN, "2026-03-24 remanded until=2026-04-23", "已发出答复"),
    (OPEN, "2026-03-10 voided of=2", "前面的一条"),
    (OPEN, "2026-03-10 voided", "要作废的记录（of）应当是它前面的一条"),
)  # fmt: skip


def test_every_kind_has_its_act() -> None:
    assert all(set(acts) == set(Kind) for acts in ACTS.values())
    assert set(ACTS) == {None, *Stage}


@pytest.mark.parametrize(
    ("before", "line", "says"), REFUSED, ids=[f"{r[1]} {n}" for n, r in enumerate(REFUSED)]
)
def test_refused(before: list[str], line: str, says: str) -> None:
    """What stands before is lawful; the next line is not."""
    day = dt.date.fromisoformat(line[:10])
    lawful = events(before)
    clock(lawful, day, Calendar.national(), Settings.default())
    with pytest.raises(EventNotAllowed) as error:
        clock([*lawful, *events([line])], day, Calendar.national(), Settings.default())
    assert error.value.number == len(before) + 1
    assert says in error.value.sentence
    assert error.value.sentence.endswith("。")
    assert not ISO.search(error.value.sentence)
    assert error.value.article.startswith("《")


@pytest.mark.parametrize(("to", "article"), [("third_party", "第三十二条"), ("joint_maker", "第三十四条")])
def test_a_consultation_is_refused_by_the_article_of_the_one_asked(to: str, article: str) -> None:
    for line in (f"2026-03-09 consultation_sent to={to}", f"2026-03-10 consultation_sent id=a to={to}"):
        with pytest.raises(EventNotAllowed) as error:
            clock(events([*ASKED, line]), dt.date(2026, 3, 10), Calendar.national(), Settings.default())
        assert error.value.article.endswith(article)


def test_an_answer_can_come_while_something_else_is_awaited() -> None:
    lines = [*ASKED, "2026-03-10 consultation_received id=a", "2026-03-31 fee_notice amount=1",
             "2026-04-03 consultation_returned id=a"]  # fmt: skip
    with pytest.raises(EventNotAllowed, match="第4条"):
        clock(events(lines), dt.date(2026, 4, 2), Calendar.national(), Settings.default())
    lines[3] = "2026-04-01 fee_notice amount=1"
    assert (
        clock(events(lines), dt.date(2026, 4, 3), Calendar.national(), Settings.default()).stage
        == "fee_pending"
    )


def fresh(stage: Stage | None, *, waiting: bool = False) -> Case:
    case = Case().of(Calendar.national(), Settings.default(), periods_on(DAY))
    case.stage = stage
    if waiting:
        asked = Event(Kind.CONSULTATION_SENT, DAY, id="a", to=Asked.OTHER_ORGAN)
        case.consultations, case.waiting = {"a": Consultation().of(asked)}, 1
        case.consultations["a"].last = DAY
    return case


def refusal(act: case_events.Act, case: Case, event: Event) -> tuple[str, str] | None:
    try:
        act(case, event)
    except NotAllowed as error:
        return error.sentence, error.article
    return None


@pytest.mark.parametrize("stage", ACTS)
def test_at_each_stage_a_kind_has_its_act_or_is_refused(stage: Stage | None) -> None:
    """The tables are made anew, so that a change in what makes them shows (mutmut)."""
    made = case_events._at(stage)
    assert set(made) == set(Kind)
    for kind, (act, stages, article) in case_events._PLACES.items():
        event = Event(kind, DAY)
        if stage in stages and stages is not ALONE:
            assert made[kind] is act
        elif stage in stages:
            assert refusal(made[kind], fresh(stage), event) == refusal(act, fresh(stage), event)
            meant = misplaced(fresh(stage, waiting=True), event, stages, article)
            found = refusal(made[kind], fresh(stage, waiting=True), event)
            assert found == (meant.sentence, meant.article)
        elif kind in AGAIN:
            assert made[kind] is AGAIN[kind]
        else:
            meant = misplaced(fresh(stage), event, stages, article)
            assert refusal(made[kind], fresh(stage), event) == (meant.sentence, meant.article)
