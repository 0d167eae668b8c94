"""What happens by a letter: drafted, signed and sent as a reply is; sent, it enters itself, and its fetching starts its period.

Played by the clerk, those who approve and sign, the citizen, and the third party's postman. The letters are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

import pytest
from playwright.sync_api import Browser, expect

from gongkai.statute.events import Asked, Channel, Event, Kind
from tests.browser.test_clock_events import Step, approved, expected, step
from tests.browser.walk_reply import (
    REQUEST,
    downloaded,
    numbered,
    posted,
    reviewed,
    sealed_and_sent,
    text_of,
    written,
)
from tests.browser.walking import (
    APPLICANT,
    Case,
    Walks,
    by_law,
    chinese,
    citizen_sees,
    clerk_sees,
    queried,
    registered,
    today,
    walking,
    working,
)

THIRD = "云州试用法律服务有限公司"
OPENED = Event(Kind.SUBMITTED, working(3), channel=Channel.IN_PERSON)
EXTEND = step(Kind.EXTENDED, today(), {"days": "5", "words": "核对三年档案"}, days=5, approved_by="负责人")
CHARGE = step(
    Kind.FEE_NOTICE, today(), {"amount": "720", "words": "共101页"}, amount=720, approved_by="负责人"
)


@dataclass(frozen=True, slots=True)
class Notice:
    """A letter, what the clerk types, what it must say, what it enters; what is approved before it."""

    letter: str
    told: dict[str, str]
    says: tuple[str, ...]
    event: Event
    before: Step | None = None


NOTICES = (
    Notice(
        "D02",
        {"unclear_items": "年度不明确", "correction_guidance": "请写明年度", "correction_days": "10"},
        ("补正告知书", "第三十条", "年度不明确", "10个工作日内", "视为放弃申请"),
        Event(Kind.CORRECTION_NOTICE, today()),
    ),
    Notice(
        "D04",
        {"extension_reason": "所申请的信息涉及多个年度"},
        ("延期答复告知书", "第三十三条", "延长5个工作日"),
        EXTEND.event,
        EXTEND,
    ),
    Notice(
        "D08",
        {"fee_mode": "per_page", "fee_pages": "101", "fee_method": "持本通知书到一楼窗口缴纳"},
        ("收费通知书", "第四十二条", "人民币柒佰贰拾元整（720元）", "20个工作日内"),
        CHARGE.event,
        CHARGE,
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def walks(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walks]:
    """The bureau, and everybody's windows."""
    with walking(chromium, tmp_path_factory) as one:
        yield one


def sent(
    walks: Walks, case: Case, letter: str, told: dict[str, str], paper: bool = False
) -> tuple[UUID, str, str]:
    """A letter from its draft to the day it leaves: its id, its number, its words."""
    id = written(walks, case, letter, told)
    reviewed(walks, id)
    number = numbered(walks, id)
    words = {text_of(name, data) for name, data in sealed_and_sent(walks, id, paper).items()}
    assert all(number in one for one in words)
    return id, number, max(words, key=len)


@pytest.mark.parametrize("one", NOTICES, ids=lambda one: one.letter)
def test_a_notice_to_the_applicant(walks: Walks, one: Notice) -> None:
    case = registered(walks, Channel.IN_PERSON, working(3), REQUEST)
    if one.before:
        approved(walks, case, one.before)
    _, number, words = sent(walks, case, one.letter, one.told)
    for said in (APPLICANT, case.number, *one.says):
        assert said in words
    assert "行政诉讼" not in words
    if one.event.kind is Kind.EXTENDED:
        strict = by_law([OPENED, one.event]).strict
        assert strict is not None
        assert chinese(strict) in words
    assert (clerk_sees(walks, case), citizen_sees(walks, case)) == expected([OPENED, one.event])
    page = queried(walks, case)
    expect(page.locator("#letters + ul")).to_contain_text(number)
    assert case.number in text_of("pdf", downloaded(page, "下载"))
    fetched = one.event if one.event.kind is Kind.EXTENDED else replace(one.event, notice_received_on=today())
    assert (clerk_sees(walks, case), citizen_sees(walks, case)) == expected([OPENED, fetched])
    walks.look(walks.citizen(), f"notice-{one.letter}")


def test_a_letter_to_a_third_party_tells_nobody_who_asks(walks: Walks) -> None:
    case = registered(walks, Channel.IN_PERSON, working(3), REQUEST)
    told = {
        "third_party": THIRD, "third_party_kind": "organisation", "third_party_interest": "商业秘密",
        "third_party_summary": "你单位2025年承办法律援助案件的补贴结算明细",
    }  # fmt: skip
    id, number, words = sent(walks, case, "D05", told, paper=True)
    for said in ("征求第三方意见书", THIRD, "第三十二条", "15个工作日内"):
        assert said in words
    assert APPLICANT not in words
    assert case.number not in words
    asked = Event(Kind.CONSULTATION_SENT, today(), id=number, to=Asked.THIRD_PARTY)
    assert (clerk_sees(walks, case), citizen_sees(walks, case)) == expected([OPENED, asked])
    posted(walks, id)
    arrived = Event(Kind.CONSULTATION_RECEIVED, today(), id=number)
    assert (clerk_sees(walks, case), citizen_sees(walks, case)) == expected([OPENED, asked, arrived])
    page = queried(walks, case)
    expect(page.locator("#letters ~ p").first).to_have_text("还没有发给您的文书。")
    assert THIRD not in page.content()


def test_control_a_notice_not_fetched_has_another_day() -> None:
    notice = NOTICES[0].event
    assert expected([OPENED, notice]) != expected([OPENED, replace(notice, notice_received_on=today())])
