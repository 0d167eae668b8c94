"""The people who walk a case through its life in a browser, without JavaScript, and the pages that they use.

One server and one window for each person serve all walks of a module. Each citizen has a network address of his own,
as behind the proxy of a real installation, so that the limits for one address hold nobody else up.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from gongkai.statute.clocks import Clock, clock
from gongkai.statute.events import Channel, Event
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from tests.browser.conftest import ROOT, Watched, go, serving, watched
from tests.browser.walk_desk import HOME

ROOM = "/office/applications/"
CITIZEN = "citizen"
SHOTS = os.environ.get("GONGKAI_SHOTS", "")
"""A folder for screenshots of every page that is passed, where somebody wants to look at them."""
APPLICANT = "申请人子丑"
STEADY = ROOT / "tests" / "browser" / "steady"
CALENDAR = Calendar.national()
BEGAN = dt.datetime.now(ZoneInfo("Asia/Shanghai"))
HALF = 12
BEHIND = HALF if BEGAN.hour >= HALF else 0
"""So many hours are the server and the programs behind: the day of the run is then at least half a day long."""


def today() -> dt.date:
    """The day at the bureau, the same for the whole run."""
    return BEGAN.date()


def working(days: int) -> dt.date:
    """The working day that lies so many working days before today."""
    day = today()
    for _ in range(days):
        day -= dt.timedelta(1)
        while not CALENDAR.is_working(day):
            day -= dt.timedelta(1)
    return day


def chinese(day: dt.date) -> str:
    """A day as the pages print it."""
    return f"{day.year}年{day.month}月{day.day}日"


@dataclass(frozen=True, slots=True)
class Case:
    """A case as its applicant knows it."""

    number: str
    code: str

    @property
    def page(self) -> str:
        """Its page in the office."""
        return f"{ROOM}{self.number}/"


class Walks:
    """The windows of everybody, and the server that they look at."""

    def __init__(
        self, chromium: Browser, address: str, sessions: Mapping[str, str], environment: Mapping[str, str]
    ) -> None:
        self.chromium, self.address, self.sessions, self.environment = (
            chromium,
            address,
            sessions,
            environment,
        )
        self.pages: dict[str, Page] = {}
        self.complaints: list[Watched] = []
        self.shots, self.networks = count(1), count(1)

    def page(self, who: str) -> Page:
        """The window of that person; a citizen has no session."""
        if who not in self.pages:
            context = self._context()
            if who != CITIZEN:
                cookie = {"name": "gongkai", "value": self.sessions[who], "url": self.address}
                context.add_cookies([cookie])  # type: ignore[list-item]
            self.pages[who] = context.new_page()
        return self.pages[who]

    def _context(self) -> BrowserContext:
        context = self.chromium.new_context(
            base_url=self.address, locale="zh-CN", java_script_enabled=False,
            viewport={"width": 1280, "height": 900},
        )  # fmt: skip
        self.complaints.append(watched(context, self.address))
        return context

    def citizen(self) -> Page:
        """The citizen's window, from another network each time."""
        page = self.page(CITIZEN)
        number = next(self.networks)
        page.set_extra_http_headers({"X-Forwarded-For": f"10.7.{number // 250}.{number % 250 + 1}"})
        return page

    def look(self, page: Page, name: str) -> None:
        """Two pictures, where somebody wants them."""
        if SHOTS:
            place = f"{next(self.shots):03d}-{name}"
            for width in (1280, 390):
                page.set_viewport_size({"width": width, "height": 900})
                page.screenshot(path=str(Path(SHOTS) / f"{place}-{width}.png"), full_page=True)
            page.set_viewport_size({"width": 1280, "height": 900})

    def told(self, program: str, *arguments: str) -> object:
        """What a program of these tests prints about the server's data."""
        return said(self.environment, program, *arguments)

    def close(self) -> None:
        """Every window; a complaint of the browser is an error."""
        for page in self.pages.values():
            page.context.close()
        wrong = [one for seen in self.complaints for one in seen if "status of 4" not in one]
        assert wrong == []


def surroundings(folder: Path) -> dict[str, str]:
    """What the programs and the server find in their environment: the data in that folder."""
    return os.environ | {
        "PYTHONPATH": os.pathsep.join(map(str, (STEADY, ROOT / "src", ROOT))), "GONGKAI_DATA": str(folder),
        "WALK_HOURS_BEHIND": str(BEHIND),
        "GONGKAI_SECOND_FACTOR": "optional", "GONGKAI_PROXIES": "1",
    }  # fmt: skip


@cache
def seeded(base: Path) -> tuple[Path, dict[str, str]]:
    """A folder with the bureaus, made once for all modules of a run, and the sessions of their people."""
    folder = base / "bureaus"
    folder.mkdir()
    return folder, said(surroundings(folder), "walk_desk")


def said(environment: Mapping[str, str], program: str, *arguments: str) -> Any:
    """What a program of these tests prints, read."""
    command = [sys.executable, "-m", f"tests.browser.{program}", *arguments]
    made = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return json.loads(made.stdout.splitlines()[-1])


@contextmanager
def walking(chromium: Browser, folders: pytest.TempPathFactory) -> Iterator[Walks]:
    """A server over bureaus of its own, and windows onto it."""
    seed, sessions = seeded(folders.getbasetemp())
    folder = folders.mktemp("walks") / "data"
    shutil.copytree(seed, folder)
    environment = surroundings(folder)
    with serving(environment) as address:
        walks = Walks(chromium, address, sessions, environment)
        yield walks
        walks.close()


def fill(page: Page, **values: str) -> None:
    """Fields by name: texts, days, choices."""
    for name, value in values.items():
        field = page.locator(f"[name='{name}']")
        if field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)


def press(page: Page, words: str) -> None:
    """A button by its words."""
    go(page.get_by_role("button", name=words, exact=True))


def filed(walks: Walks, request: str, get_by: str = "online") -> Case:
    """A citizen files on the web."""
    page = walks.citizen()
    page.goto(f"/apply/{HOME}/person/")
    fill(page, request=request, name=APPLICANT, phone="13800007777", get_by=get_by)
    press(page, "提交申请")
    walks.look(page, "filing")
    press(page, "仍然提交")
    walks.look(page, "receipt")
    number, code = (one.inner_text() for one in page.locator("dd.big").all())
    return Case(number, code)


def registered(walks: Walks, channel: Channel, on: dt.date, request: str, get_by: str = "online") -> Case:
    """A clerk registers what came in another way."""
    page = walks.page("handler")
    page.goto(f"{ROOM}new/{channel}/?who=person")
    fill(
        page,
        name=APPLICANT,
        phone="13800007777",
        request=request,
        matter="经费决算",
        on=on.isoformat(),
        get_by=get_by,
    )
    press(page, "登记")
    if page.get_by_label("已经核对，仍然登记").count():
        page.get_by_label("已经核对，仍然登记").check()
        press(page, "登记")
    walks.look(page, f"slip-{channel}")
    return Case(page.locator(".slip dd strong").inner_text(), page.locator(".slip code").inner_text())


def confirmed(walks: Walks, case: Case, on: dt.date) -> None:
    """The clerk finds it in the queue and enters the day on which both sides confirmed it."""
    page = walks.page("handler")
    page.goto(f"{ROOM}confirming/")
    go(page.get_by_role("link", name=case.number, exact=True))
    go(page.get_by_role("link", name="确认收到申请"))
    fill(page, on=on.isoformat(), matter="经费决算", words="电话确认")
    press(page, "确认收到")
    expect(page).to_have_url(f"{walks.address}{case.page}")


def queried(walks: Walks, case: Case, code: str = "") -> Page:
    """The citizen's page of the case, by number and code; or what another code is told."""
    page = walks.citizen()
    page.goto("/case/")
    fill(page, number=case.number, code=code or case.code)
    press(page, "查询")
    return page


@dataclass(frozen=True, slots=True)
class Days:
    """The last days that a page shows: of the reply (strict, and lenient where it differs), and what else is awaited."""

    strict: str = ""
    lenient: str = ""
    awaited: tuple[str, ...] = ()


def by_law(events: list[Event]) -> Clock:
    """What the core's clock says today of these events."""
    return clock(events, today(), CALENDAR, Settings.default())


def clerk_sees(walks: Walks, case: Case) -> Days:
    """The days in the panel of the clock on the page of the case."""
    page = walks.page("handler")
    page.goto(case.page)
    panel = page.locator(".panel-clock")
    strict = [one.inner_text() for one in panel.locator(".due strong").all()]
    lenient = [
        one.inner_text().partition("最迟到")[2].partition("；")[0] for one in panel.locator("p.help").all()
    ]
    others = [one.inner_text().partition("，")[0] for one in panel.locator("> dl dd").all()]
    return Days("".join(strict), "".join(lenient), tuple(others))


def citizen_sees(walks: Walks, case: Case) -> Days:
    """The days under “现在” on the citizen's page."""
    page = queried(walks, case)
    told = [(one.inner_text(), one.locator("strong").inner_text()) for one in page.locator(".now .due").all()]
    strict = [day for words, day in told if words.startswith(("答复的最后一日", "机关应当安排"))]
    lenient = [day for words, day in told if words.startswith("超过这一天")]
    return Days(
        "".join(strict), "".join(lenient), tuple(day for words, day in told if words.startswith("您"))
    )
