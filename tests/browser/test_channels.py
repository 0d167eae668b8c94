"""Every channel by which an application comes in: registered, confirmed where it must be, received on the day of art. 31.

Played by the citizen (on the web) and the clerk; both then see the last day that follows.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from gongkai.statute.events import Channel, Event, Kind
from tests.browser.walk_desk import HOME
from tests.browser.walking import (
    APPLICANT,
    ROOM,
    Case,
    Days,
    Walks,
    by_law,
    chinese,
    citizen_sees,
    clerk_sees,
    confirmed,
    filed,
    fill,
    press,
    queried,
    registered,
    today,
    walking,
    working,
)

FILED, CONFIRMED = "filed", "confirmed"
RECEIVED = {
    Channel.IN_PERSON: FILED,
    Channel.ORAL: FILED,
    Channel.REGISTERED_MAIL: FILED,
    Channel.PLAIN_MAIL: CONFIRMED,
    Channel.INTERNET: CONFIRMED,
    Channel.EMAIL: CONFIRMED,
    Channel.FAX: CONFIRMED,
}
"""Which day is the day of receipt: 条例 art. 31 (一)–(三), read apart from the code (e-mail as the web: law.md §8)."""
ASKED = "临溪县2025年法律援助经费决算表"


@pytest.fixture(scope="module")
def walks(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walks]:
    """The bureau, and everybody's windows."""
    with walking(chromium, tmp_path_factory) as one:
        yield one


def days_of(events: list[Event]) -> Days:
    """What the pages should show."""
    found = by_law(events)
    lenient = chinese(found.lenient) if found.lenient and found.lenient != found.strict else ""
    return Days(chinese(found.strict), lenient) if found.strict else Days()


def waits(walks: Walks, case: Case) -> bool:
    """Whether the case stands in the queue of what is to be confirmed."""
    page = walks.page("handler")
    page.goto(f"{ROOM}confirming/")
    walks.look(page, "confirming")
    return page.get_by_role("link", name=case.number, exact=True).count() == 1


@pytest.mark.parametrize("channel", RECEIVED)
def test_received_as_article_31_has_it(walks: Walks, channel: Channel) -> None:
    online = channel is Channel.INTERNET
    came, agreed = (today(), today()) if online else (working(3), working(1))
    case = filed(walks, ASKED) if online else registered(walks, channel, came, ASKED)
    events = [Event(Kind.SUBMITTED, came, channel=channel)]
    assert waits(walks, case) is (RECEIVED[channel] == CONFIRMED)
    if RECEIVED[channel] == CONFIRMED:
        expect(queried(walks, case).locator(".stage")).to_have_text("已经提交，等待机关确认收到")
        assert clerk_sees(walks, case).strict == days_of(events).strict
        confirmed(walks, case, agreed)
        events.append(Event(Kind.RECEIVED, agreed))
        assert not waits(walks, case)
    on = agreed if RECEIVED[channel] == CONFIRMED else came
    page = walks.page("handler")
    page.goto(case.page)
    expect(page.locator(".case-heading")).to_contain_text(f"{chinese(on)}收到")
    walks.look(page, f"received-{channel}")
    office, citizen, law = clerk_sees(walks, case), citizen_sees(walks, case), days_of(events)
    assert (office.strict, office.lenient) == (citizen.strict, citizen.lenient) == (law.strict, law.lenient)
    expect(walks.citizen().locator(".stage")).to_have_text("正在办理")


def test_files_are_chosen_once(walks: Walks) -> None:
    """A form that comes back with a question keeps its files, without JavaScript; one is left out by its box."""
    page = walks.citizen()
    page.goto(f"/apply/{HOME}/person/")
    fill(page, request=ASKED, name=APPLICANT, phone="13800007777")
    files = [
        {"name": f"{name}.txt", "mimeType": "text/plain", "buffer": name.encode()}
        for name in ("证明甲", "说明乙")
    ]
    page.set_input_files("#files", files)  # type: ignore[arg-type]
    press(page, "提交申请")
    walks.look(page, "files-held")
    expect(page.locator(".held li")).to_have_count(2)
    page.get_by_label("不附说明乙.txt").check()
    press(page, "仍然提交")
    receipt = page.locator("dl.pairs").filter(has_text="需要的信息")
    expect(receipt).to_contain_text("证明甲.txt")
    expect(receipt).not_to_contain_text("说明乙.txt")
    clerk = walks.page("handler")
    clerk.goto(f"{ROOM}{page.locator('dd.big').first.inner_text()}/")
    expect(clerk.locator("body")).to_contain_text("证明甲.txt")
    expect(clerk.locator("body")).not_to_contain_text("说明乙.txt")


def test_no_channel_is_left_out() -> None:
    assert set(RECEIVED) == set(Channel)


def test_control_the_other_day_would_be_seen(walks: Walks) -> None:
    case = registered(walks, Channel.FAX, working(3), ASKED)
    confirmed(walks, case, working(1))
    as_if_handed_in = days_of([Event(Kind.SUBMITTED, working(3), channel=Channel.IN_PERSON)])
    assert clerk_sees(walks, case).lenient != as_if_handed_in.lenient
