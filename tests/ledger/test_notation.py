"""The plain-text notation: what is written reads back equal, and what cannot be read says where and what next."""

from __future__ import annotations

import pickle
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.ledger.applications import Applicant, ApplicationAdjustment, ApplicationEntry
from gongkai.ledger.entries import Entry
from gongkai.ledger.notation import CHINA, read, write
from gongkai.ledger.outcomes import ROW_OF, ROWS
from gongkai.ledger.oversight import OversightEntry
from gongkai.ledger.platforms import PlatformEntry
from gongkai.ledger.proactive import ProactiveEntry
from gongkai.ledger.records import RecordEntry
from gongkai.ledger.remedies import RESULTS, RemedyEntry
from gongkai.ledger.words import ENVELOPE
from gongkai.statute.events import Asked, Channel, Event, Kind
from gongkai.values.errors import NotationError

SAMPLE = """机关 浑湾市测试局
登记人 甲
2026-03-02 收到 A-17 自然人 当面
2026-03-05 征求意见 A-17 编号=c1 第三方
2026-03-20 决定 A-17 部分公开
2026-03-21 发出 A-17 事实=ink 事实=seal
2026-03-21 作废 A-17 第几条=4 记于=2026-03-25T09:00:00+08:00
登记人 "乙 丙"
2026-03-21 制发 文-1 行政规范性文件 名称="关于 “公开” 的通知"
2026-03-21 收费 费-1 行政事业性收费 金额=1.50
2026-03-22 受理 复-1 行政复议 原申请=A-17 审理机关=浑湾市人民政府
2026-05-22 审结 复-1 维持
2026-03-21 调整申请 T-1 自然人 件数=3 收到日=2025-03-01 理由=纸质 签批=乙 重复申请 办结日=2025-03-20
2026-03-21 审核 信-1 人员=丁 文本=9f2c
2026-03-21 关注 号-1 微信 件数=0
2026-03-21 培训 训-1 件数=2 人数=40
"""


def test_the_sample_reads_and_prints_as_it_stands() -> None:
    entries = read(SAMPLE)
    assert write(entries) == SAMPLE
    assert len(entries) == 13
    first = entries[0]
    assert isinstance(first, ApplicationEntry)
    assert (first.organ, first.subject, first.position, first.by) == ("浑湾市测试局", "A-17", 1, "甲")
    assert first.recorded_at == datetime(2026, 3, 2, tzinfo=CHINA)
    assert (first.applicant, first.event.channel) == (Applicant.NATURAL_PERSON, Channel.IN_PERSON)
    assert entries[3].event == Event(Kind.DISPATCHED, date(2026, 3, 21), facts=("ink", "seal"))  # type: ignore[attr-defined]


def test_words_may_also_be_written_with_their_name() -> None:
    (one,) = read("2026-03-02 收到 A 申请人=自然人 渠道=in_person")
    assert one == read("2026-03-02 收到 A 当面 自然人")[0]
    quoted, named = read('2026-03-02 决定 A 结果="部分公开"\n2026-03-02 决定 A 结果=部分公开\n')
    assert (quoted.event.decision, named.event.decision) == ("部分公开", "partly_disclosed")  # type: ignore[attr-defined]


def test_comments_blank_lines_and_line_ends() -> None:
    text = "\ufeff# 注\r\n\r\n  2026-03-02 收到 “A 17” 自然人  \r\n"
    assert [e.subject for e in read(text)] == ["A 17"]
    assert read("") == ()


def test_positions_count_by_subject_and_ledger() -> None:
    text = "2026-03-02 收到 A 自然人\n2026-03-02 制发 A 规章\n2026-03-03 撤回 A 序=7\n2026-03-04 送达 A\n"
    assert [e.position for e in read(text)] == [1, 1, 7, 8]


@pytest.mark.parametrize(
    ("text", "line", "said", "hint"),
    [
        ("2026-03-02 收件 A", 1, "没有“收件”这个事由", "收到"),
        ("\n\n2026-02-30 收到 A", 3, "“日期”写成了“2026-02-30”", "2026-03-02这样"),
        ("2026-03-02 收到", 1, "一行要依次写明日期、事由和编号", "例如"),
        ("2026-03-02 收到 编号=A", 1, "一行要依次写明", "例如"),
        ("2026-03-02 收到 A 自燃人", 1, "“自燃人”不认识", "自然人"),
        ('2026-03-02 收到 A "自然人"', 1, "不认识", "名称=内容"),
        ("2026-03-02 收到 A 期限=明天", 1, "“期限”写成了“明天”", "日期请写成"),
        ("2026-03-02 收到 A 序=一", 1, "“序”写成了“一”", "阿拉伯数字"),
        ("2026-03-02 收到 A 记于=昨天", 1, "“记于”写成了“昨天”", "日期请写成"),
        ("2026-03-02 收到 A 颜色=红", 1, "没有“颜色”这一项", "可以写的有：申请人"),
        ("2026-03-02 收到 A 当面 传真", 1, "“渠道”写了两次", "只留一处"),
        ("2026-03-02 收到 A 编号=x 编号=y", 1, "“编号”写了两次", "只留一处"),
        ('2026-03-02 收到 "A', 1, '从“"A”起读不下去', "引号要成对"),
        ('2026-03-02 收到 "A\\x"', 1, "写法不对", "反斜杠"),
        ("2026-03-02 收费 A 行政许可 金额=1", 1, "不能同时成立", "不相配"),
        ("2026-03-02 收费 A 行政事业性收费 金额=许多", 1, "“金额”写成了“许多”", "阿拉伯数字"),
        ("2026-03-02 调整申请 A 自然人", 1, "没有写“件数”", "补上“件数=…”"),
        ("2026-03-02 收到 A\n2026-03-02 收到 A 序=1", 2, "“A”的第1条已经有了", "没有用过的序号"),
        ("机关", 1, "“机关”后面要写一个名称", "引号"),
        ("机关 甲 局", 1, "“机关”后面要写一个名称", "引号"),
    ],
)
def test_errors_say_line_what_and_what_next(text: str, line: int, said: str, hint: str) -> None:
    with pytest.raises(NotationError) as caught:
        read(text)
    assert caught.value.line == line
    assert str(caught.value).startswith(f"第{line}行：")
    assert said in caught.value.sentence
    assert hint in caught.value.sentence
    assert caught.value.sentence.endswith(("。", "”。"))


def test_errors_come_back_from_another_process() -> None:
    fault = pickle.loads(pickle.dumps(NotationError(3, "读不下去。")))
    assert (fault.line, fault.sentence, str(fault)) == (3, "读不下去。", "第3行：读不下去。")


# ---- round trip: any entry of any kind

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
ZONES = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))
TIMES = st.datetimes(
    datetime.fromisoformat("2000-01-01"),
    datetime.fromisoformat("2100-01-01"),
    timezones=st.one_of(st.just(UTC), ZONES),
)
OWN: dict[str, st.SearchStrategy[Any]] = {
    "decision": st.sampled_from([*ROW_OF, "部分公开", "新 的", ""]) | st.none(),
    "result": st.sampled_from([*RESULTS, "维持"]) | st.none(),
    "facts": st.lists(TEXTS, max_size=3).map(tuple),
    "count": st.integers(1, 10**6),
    "people": st.integers(0, 10**6) | st.none(),
}
FLAT = (ProactiveEntry, RemedyEntry, RecordEntry, PlatformEntry, OversightEntry)


def values(kind: type[Any], skipped: frozenset[str]) -> st.SearchStrategy[dict[str, Any]]:
    """Any values for the fields of a dataclass, from their types."""
    out = {}
    for field in fields(kind):
        if field.name in skipped:
            continue
        hint = get_type_hints(kind)[field.name]
        plain = [a for a in get_args(hint) if a is not type(None)] or [hint]
        own = OWN.get(field.name)
        if own is None:
            own = _of(plain[0])
            own = own | st.none() if type(None) in get_args(hint) else own
        out[field.name] = own
    return st.fixed_dictionaries(out)


def _of(kind: Any) -> st.SearchStrategy[Any]:
    if issubclass(kind, StrEnum):
        return st.sampled_from(kind)
    if kind is Decimal:
        return st.decimals(-(10**6), 10**6, allow_nan=False, places=4)
    return {date: DAYS, int: st.integers(-5, 10**9), str: TEXTS}[kind]


HEADS = st.fixed_dictionaries(
    {"organ": TEXTS, "subject": TEXTS, "on": DAYS, "recorded_at": TIMES | st.none(), "by": TEXTS}
)


@st.composite
def any_entries(draw: st.DrawFn) -> list[Entry]:
    """Entries of every ledger with any values that can be made; positions mostly in turn."""
    out: list[Entry] = []
    for position in range(1, draw(st.integers(0, 8)) + 1):
        head = draw(HEADS)
        midnight = datetime(head["on"].year, head["on"].month, head["on"].day, tzinfo=CHINA)
        head |= {
            "recorded_at": head["recorded_at"] or midnight,
            "position": position + draw(st.sampled_from((0, 100))),
        }
        kind = draw(st.sampled_from((ApplicationEntry, ApplicationAdjustment, *FLAT)))
        try:
            if kind is ApplicationEntry:
                event = Event(on=head["on"], **draw(values(Event, frozenset(("on",)))))
                out.append(kind(**head, event=event, **draw(values(kind, ENVELOPE | {"event"}))))
            elif kind is ApplicationAdjustment:
                more = {"reason": "理 由", "signed_by": "乙"}
                more |= {"row": draw(st.sampled_from(sorted(ROWS))), "answered_on": date(2101, 1, 1)}
                out.append(kind(**head, **draw(values(kind, ENVELOPE | set(more))), **more))
            else:
                out.append(kind(**head, **draw(values(kind, ENVELOPE))))
        except ValueError:
            continue
    return out


@settings(max_examples=150, deadline=None)
@given(any_entries())
def test_what_is_written_reads_back_equal(entries: list[Entry]) -> None:
    places = [
        (e.organ, type(e).__name__.replace("Adjustment", "Entry"), e.subject, e.position) for e in entries
    ]
    if len(set(places)) < len(places):
        return
    text = write(entries)
    assert read(text) == tuple(entries)
    assert write(read(text)) == text


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60) | st.lists(st.sampled_from([*SAMPLE.split(), "\n"]), max_size=30).map(" ".join))
def test_any_text_is_read_or_told(text: str) -> None:
    try:
        entries = read(text)
    except NotationError:
        return
    assert read(write(entries)) == entries


def test_asked_has_words() -> None:
    for asked in Asked:
        (one,) = read(f"2026-03-02 征求意见 A 编号=c1 征求对象={asked.value}")
        assert f"征求对象={asked.value}" not in write([one])
