"""What a line says becomes events; what cannot be understood or cannot stand in law is said with its reason."""

from __future__ import annotations

import pytest

from gongkai.ledger.applications import Applicant
from gongkai.statute.decisions import kinds
from gongkai.statute.events import Channel, Kind
from gongkai.web.backlog.lines import understood
from tests.web.backlog.table import FULL, OPEN, READING, line


def test_a_whole_life() -> None:
    one = line(
        补正告知日期="2026-03-05", 补正收到日期="2026-03-10", 延长告知日期="2026-04-02", 延长批准人="示例负责人",
        决定日期="2026-04-20", 发出日期="2026-04-21",
    )  # fmt: skip
    assert one.errors == []
    assert (one.channel, one.applicant) == (Channel.INTERNET, Applicant.NATURAL_PERSON)
    kinds_of = [event.kind for event in one.events]
    assert kinds_of == [
        Kind.RECEIVED, Kind.CORRECTION_NOTICE, Kind.CORRECTED, Kind.EXTENDED, Kind.DECIDED, Kind.DISPATCHED,
    ]  # fmt: skip
    assert one.events[-2].decision == "disclosed.supplied"


def test_one_that_is_still_open() -> None:
    one = understood([(5, OPEN)], READING)[0]
    assert (one.errors, one.events, one.number) == ([], [], 5)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.key)
def test_every_result_can_be_written_or_says_why_not(kind: object) -> None:
    more = (
        {"补正告知日期": "2026-03-05", "补正期限": "2026-03-17", "发出日期": ""}
        if kind.key == "otherwise.correction_lapsed"
        else {}
    )  # type: ignore[attr-defined]
    one = line(办理结果=kind.title, **more)  # type: ignore[attr-defined]
    if kind.key == "otherwise.fee_unpaid":  # type: ignore[attr-defined]
        assert "逐件登记" in one.errors[0]
    elif kind.key == "unavailable.still_unclear":  # type: ignore[attr-defined]
        assert one.errors == [] or "补正" in one.errors[0]
    else:
        assert one.errors == []


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"提交渠道": "电话"}, "提交渠道写的是“电话”"),
        ({"申请人类别": ""}, "没有填写申请人类别"),
        ({"提交日期": "去年"}, "提交日期写的是“去年”"),
        ({"提交日期": "2026-02-30"}, "请写成"),
        ({"发出日期": "2026-11-21"}, "还没有到"),
        ({"内容描述": ""}, "没有填写内容描述"),
        ({"事项": "长" * 81}, "事项超过80个字"),
        ({"证件种类": "工作证"}, "证件种类写的是“工作证”"),
        ({"办理结果": "公开了"}, "办理结果写法"),
        ({"决定日期": ""}, "没有写决定日期"),
        ({"收到日期": ""}, "双方确认之日"),
        ({"办理结果": ""}, "没有写办理结果"),
        ({"延长告知日期": "2026-03-16"}, "延长批准人"),
        ({"决定日期": "2026-03-01"}, "《政府信息公开条例》"),
        ({"补正告知日期": "2026-03-05"}, "补正期限"),
    ],
)
def test_what_is_wrong_is_said(more: dict[str, str], said: str) -> None:
    one = line(**more)
    assert any(said in words for words in one.errors), one.errors


def test_today_is_the_last_day_that_can_stand_there() -> None:
    assert line(发出日期="2026-11-20", 决定日期="2026-11-20").errors == []


def test_the_longest_name_of_a_matter_that_fits() -> None:
    assert line(事项="长" * 80).good


def test_a_term_may_be_still_to_come() -> None:
    told = {"补正告知日期": "2026-11-19", "补正期限": "2026-11-30"}
    assert line(
        提交日期="2026-11-17", 收到日期="2026-11-18", 办理结果="", 决定日期="", 发出日期="", **told
    ).good


def test_doubts_do_not_keep_a_line_out() -> None:
    one = line(证件号码="110101199003070000", 发出日期="")
    assert one.good
    assert ["校验码" in one.doubts[0], "没有写发出日期" in one.doubts[1]] == [True, True]


def test_the_key_is_that_of_who_asked_for_what_and_when_not_of_the_result() -> None:
    assert line().key == line(办理结果="", 决定日期="", 发出日期="").key
    assert line().key != line(姓名或者名称="示例乙").key
    first, second = understood([(2, FULL), (3, FULL)], READING)
    assert first.key != second.key
    assert "核对是否重复" in second.doubts[0]
