"""Each kind of event in the life of an application, entered by its page; then clerk and citizen see the day that the law sets.

What the pages must show is asked of the core's clock with the events as the walk knows them, not of the database.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from playwright.sync_api import Browser, expect

from gongkai.statute.case_words import Stage
from gongkai.statute.events import Asked, Channel, Event, Kind
from tests.browser.conftest import go
from tests.browser.walking import (
    Case,
    Days,
    Walks,
    by_law,
    chinese,
    citizen_sees,
    clerk_sees,
    fill,
    press,
    queried,
    registered,
    today,
    walking,
    working,
)

REQUEST = "临溪县2025年法律援助经费决算表"
WORDS = {
    Kind.CORRECTION_NOTICE: "登记补正告知",
    Kind.CORRECTED: "登记收到补正",
    Kind.CORRECTION_LAPSED: "登记逾期不补正",
    Kind.REASONS_REQUESTED: "登记要求说明理由",
    Kind.REASONS_GIVEN: "登记收到理由说明",
    Kind.CONSULTATION_SENT: "登记征求意见",
    Kind.CONSULTATION_RECEIVED: "登记被征求方收到",
    Kind.CONSULTATION_RETURNED: "登记收到意见",
    Kind.THIRD_PARTY_NOTIFIED: "登记告知第三方决定公开",
    Kind.FEE_PAID: "登记缴费",
    Kind.FEE_LAPSED: "登记逾期不缴费",
    Kind.WITHDRAWN: "登记申请人撤回",
    Kind.REMANDED: "登记责令重新答复",
    Kind.VOIDED: "作废误登的一条",
}
"""The act that who handles the case finds on its page; taking back is the head's."""
ASK = {Kind.EXTENDED: "提请延长答复期限", Kind.DEFERRED: "提请延迟答复", Kind.FEE_NOTICE: "提请收费"}
"""What is asked of the head of the office, who then enters it."""
RECEIPT, BY_CITIZEN = "补记通知送达日期", "by the citizen"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens: its event, the fields beside the day, another way than the usual page."""

    event: Event
    fields: tuple[tuple[str, str], ...] = ()
    way: str = ""


def step(
    kind: Kind, on: dt.date, fields: dict[str, str] | None = None, way: str = "", **carried: object
) -> Step:
    """A step; ``fields`` are typed, ``carried`` is what the event says besides."""
    event = Event(kind, on, **carried)  # type: ignore[arg-type]
    return Step(event, tuple((fields or {}).items()), way)


def sent(key: str, to: Asked, on: dt.date, received: dt.date | None = None) -> Step:
    """An opinion is asked for."""
    typed = {"to": str(to), "name": "被征求方寅卯公司", "about": "账户信息", "words": "涉及账户"}
    more = {"received": received.isoformat()} if received else {}
    return step(Kind.CONSULTATION_SENT, on, typed | more, id=key, to=to, notice_received_on=received)


def returned(key: str, on: dt.date, **typed: str) -> Step:
    """The opinion has come."""
    return step(Kind.CONSULTATION_RETURNED, on, {"which": key, "words": "来函"} | typed, id=key)


LATER = today() + dt.timedelta(45)
NOTICE = step(Kind.CORRECTION_NOTICE, working(10), {"words": "请写明年度"})
"""Without a day: its period begins when it is received."""
TILL = step(
    Kind.CORRECTION_NOTICE,
    working(14),
    {"words": "请写明年度", "until": working(4).isoformat()},
    until=working(4),
)
FEE = step(
    Kind.FEE_NOTICE,
    working(25),
    {"amount": "200", "words": "当月第三十一件"},
    amount=200,
    approved_by="负责人",
)
REASONS = step(Kind.REASONS_REQUESTED, working(10), {"words": "当月四十六件"})
DAYS5 = step(Kind.EXTENDED, working(2), {"days": "5", "words": "核对三年档案"}, days=5, approved_by="负责人")
STORIES: dict[str, tuple[int, tuple[Step, ...]]] = {
    "correction": (12, (
        NOTICE, step(Kind.CORRECTION_NOTICE, working(10), way=RECEIPT, notice_received_on=working(9)),
        step(Kind.CORRECTED, working(5), {"words": "为2025年度"}),
    )),
    "correction by the citizen": (12, (
        NOTICE, step(Kind.CORRECTION_NOTICE, working(10), way=RECEIPT, notice_received_on=working(2)),
        step(Kind.CORRECTED, today(), way=BY_CITIZEN),
    )),
    "correction lapsed": (15, (TILL, step(Kind.CORRECTION_LAPSED, today(), {"words": "没有说明原因"}))),
    "third party": (15, (
        sent("1", Asked.THIRD_PARTY, working(12)),
        step(Kind.CONSULTATION_RECEIVED, working(11), {"which": "1"}, id="1"),
        returned("1", working(6), opinion="third_party_objects_unreasonably"),
        step(Kind.THIRD_PARTY_NOTIFIED, working(3), {"words": "公开决算表"}),
    )),
    "joint maker, silent": (25, (sent("1", Asked.JOINT_MAKER, working(20), working(18)),)),
    "two at once": (15, (
        sent("1", Asked.JOINT_MAKER, working(10)), sent("2", Asked.THIRD_PARTY, working(8), working(7)),
        returned("1", working(5)), returned("2", working(3), opinion="third_party_consents"),
    )),
    "other organ": (10, (sent("1", Asked.OTHER_ORGAN, working(8)), returned("1", today()))),
    "extension": (12, (DAYS5,)),
    "extension taken back": (12, (
        DAYS5, step(Kind.VOIDED, today(), {"of": "2", "words": "误登"}, of=2, approved_by="负责人"),
    )),
    "reasons and deferral": (12, (
        REASONS, step(Kind.REASONS_GIVEN, working(8), {"words": "用于研究"}),
        step(Kind.DEFERRED, working(5), {"until": LATER.isoformat(), "words": "数量大"}, until=LATER, approved_by="负责人"),
    )),
    "reasons by the citizen": (12, (REASONS, step(Kind.REASONS_GIVEN, today(), way=BY_CITIZEN))),
    "fee": (30, (
        FEE, step(Kind.FEE_NOTICE, working(25), way=RECEIPT, notice_received_on=working(10), amount=200, approved_by="负责人"),
        step(Kind.FEE_PAID, working(3)),
    )),
    "fee lapsed": (30, (
        FEE, step(Kind.FEE_NOTICE, working(25), way=RECEIPT, notice_received_on=working(24), amount=200, approved_by="负责人"),
        step(Kind.FEE_LAPSED, today()),
    )),
    "lapsed and remanded": (15, (
        TILL, step(Kind.CORRECTION_LAPSED, working(3), {"words": "没有说明原因"}),
        step(Kind.REMANDED, working(1), {"until": LATER.isoformat(), "words": "县府复决字第1号"}, until=LATER),
    )),
    "withdrawal": (12, (step(Kind.WITHDRAWN, working(3), {"words": "来信撤回"}),)),
    "withdrawal by the citizen": (12, (step(Kind.WITHDRAWN, today(), way=BY_CITIZEN),)),
}  # fmt: skip
"""What happens, in order, to an application that was handed in so many working days ago."""
BESIDE = (Kind.JOINED, Kind.PARTED)
"""How the office organises its work: walked by a test of their own."""
ELSEWHERE = {
    Kind.SUBMITTED: "every story, and test_channels",
    Kind.RECEIVED: "test_channels",
    Kind.DECIDED: "test_endings, by the letter",
    Kind.DISPATCHED: "test_endings, by the letter",
    Kind.DELIVERED: "test_endings, by the letter",
}


@pytest.fixture(scope="module")
def walks(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walks]:
    """The bureau, and everybody's windows."""
    with walking(chromium, tmp_path_factory) as one:
        yield one


def entered(walks: Walks, case: Case, one: Step, role: str = "handler") -> None:
    """From the case page to the act, filled in and posted."""
    page, kind = walks.page(role), one.event.kind
    page.goto(case.page)
    go(page.get_by_role("link", name=one.way or ASK.get(kind) or WORDS[kind], exact=True))
    day = one.event.notice_received_on if one.way == RECEIPT else one.event.on
    fill(page, on=f"{day:%Y-%m-%d}", **dict(one.fields))
    walks.look(page, f"act-{kind}")
    go(page.locator("main form button").last)
    expect(page).to_have_url(f"{walks.address}{case.page}")


def approved(walks: Walks, case: Case, one: Step) -> None:
    """The clerk asks, the head of the office opens what was asked and enters it."""
    entered(walks, case, one)
    head = walks.page("office_head")
    head.goto(case.page)
    go(head.get_by_role("link", name="打开办理"))
    walks.look(head, f"approval-{one.event.kind}")
    go(head.locator("main form button").last)
    expect(head).to_have_url(f"{walks.address}{case.page}")


def by_citizen(walks: Walks, case: Case, one: Step) -> None:
    """On the citizen's own page."""
    page = queried(walks, case)
    if one.event.kind is Kind.WITHDRAWN:
        page.locator("summary", has_text="撤回申请").click()
        page.check("[name=sure]")
        press(page, "撤回申请")
    else:
        key, button = {
            Kind.CORRECTED: ("correction", "提交补正"), Kind.REASONS_GIVEN: ("reasons", "提交理由"),
        }[one.event.kind]  # fmt: skip
        page.fill(f"#{key}-text", "为2025年度，用于研究")
        press(page, button)
    expect(page.get_by_role("status")).to_be_visible()


def way_of(one: Step) -> Callable[[Walks, Case, Step], None]:
    """How it is entered."""
    if one.way == BY_CITIZEN:
        return by_citizen
    if one.event.kind is Kind.VOIDED:
        return lambda walks, case, step: entered(walks, case, step, "office_head")
    return approved if one.event.kind in ASK and not one.way else entered


def expected(events: list[Event]) -> tuple[Days, Days]:
    """What the clerk and the citizen should see."""
    found = by_law(events)
    if found.stage is Stage.CLOSED:
        return Days(), Days()
    strict = chinese(found.strict) if found.strict else ""
    lenient = chinese(found.lenient) if found.lenient and found.lenient != found.strict else ""
    office = tuple(chinese(due.on) for due in found.deadlines)
    citizen = tuple(chinese(due.on) for due in found.deadlines if due.id in ("correction", "payment"))
    return Days(strict, lenient, office), Days(strict, lenient, citizen)


@pytest.mark.parametrize("name", STORIES)
def test_both_see_the_day_of_the_law(walks: Walks, name: str) -> None:
    ago, steps = STORIES[name]
    case = registered(walks, Channel.IN_PERSON, working(ago), REQUEST)
    events = [Event(Kind.SUBMITTED, working(ago), channel=Channel.IN_PERSON)]
    for one in steps:
        way_of(one)(walks, case, one)
        events = events[:-1] if one.way == RECEIPT else events
        events.append(one.event)
        assert (clerk_sees(walks, case), citizen_sees(walks, case)) == expected(events), one.event.kind
    heading = walks.page("handler").locator(".case-heading p").inner_text()
    assert ("曾经办结，责令重新答复" in heading) is any(one.event.kind is Kind.REMANDED for one in steps)
    walks.look(walks.page("handler"), f"story-{name.replace(' ', '-')}")
    walks.look(walks.citizen(), f"story-{name.replace(' ', '-')}-citizen")


def test_together_and_apart_move_no_day(walks: Walks) -> None:
    lead, case = (registered(walks, Channel.IN_PERSON, working(12), REQUEST) for _ in range(2))
    events = [Event(Kind.SUBMITTED, working(12), channel=Channel.IN_PERSON)]
    page = walks.page("handler")
    page.goto(case.page)
    go(page.get_by_role("link", name="合并办理", exact=True))
    fill(page, other=lead.number)
    go(page.locator("main form button").last)
    expect(page).to_have_url(f"{walks.address}{case.page}")
    events.append(Event(BESIDE[0], today()))
    assert (clerk_sees(walks, case), citizen_sees(walks, case)) == expected(events)
    press(page, "分开办理")
    events.append(Event(BESIDE[1], today()))
    assert (clerk_sees(walks, case), citizen_sees(walks, case)) == expected(events)
    expect(page.locator(".timeline")).to_contain_text("分开办理")


def test_a_refund_moves_no_day(walks: Walks) -> None:
    case = registered(walks, Channel.IN_PERSON, working(12), REQUEST)
    notice = replace(FEE.event, on=working(9), notice_received_on=working(8))
    paid = step(Kind.FEE_PAID, working(5))
    approved(walks, case, Step(notice, (*FEE.fields, ("received", working(8).isoformat()))))
    expect(queried(walks, case).locator(".now")).to_contain_text("200元")
    entered(walks, case, paid)
    before = clerk_sees(walks, case)
    head = walks.page("office_head")
    head.goto(case.page)
    go(head.get_by_role("link", name="登记退费", exact=True))
    fill(head, amount="50", on=today().isoformat(), reason="多收")
    press(head, "登记退费")
    expect(head.locator("main")).to_contain_text("50元，多收")
    submitted = Event(Kind.SUBMITTED, working(12), channel=Channel.IN_PERSON)
    assert clerk_sees(walks, case) == before == expected([submitted, notice, paid.event])[0]


def test_no_kind_is_left_out() -> None:
    walked = {one.event.kind for _, steps in STORIES.values() for one in steps} | set(BESIDE)
    assert walked | set(ELSEWHERE) == set(Kind)
    assert walked & set(ELSEWHERE) == set()
    asked = {one.event.to for _, steps in STORIES.values() for one in steps}
    assert asked >= set(Asked)


def test_control_another_event_would_be_seen() -> None:
    submitted = Event(Kind.SUBMITTED, working(12), channel=Channel.IN_PERSON)
    assert expected([submitted]) != expected([submitted, DAYS5.event])
    assert expected([submitted, NOTICE.event]) != expected([submitted])
