"""The intake in a real browser, without JavaScript: a visit, a letter that waits for confirmation, splitting, the
board; and every page looked at, on a desk and on a phone.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import go
from tests.browser.test_looks import english, grave
from tests.browser.test_review import Desk, bureau, desk  # noqa: F401

SHOTS = os.environ.get("GONGKAI_SHOTS", "")
ROOM = "/office/applications/"
OWN = re.compile(r"XLSX|CSV|https?://\S+|[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}")
"""Latin words that are meant: formats of exports, the address to look a case up, the query code."""


def look(page: Page, name: str) -> None:
    """Nothing grave, nothing wider than the window, no English; a picture where one wants to look."""
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"{name}-{page.viewport_size['width']}.png"), full_page=True)  # type: ignore[index]
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url
    assert english(OWN.sub("", page.locator("body").inner_text())) == []


def registered(page: Page, channel: str, who: str, **values: str) -> str:
    """Register an application; its number."""
    page.goto(f"{ROOM}new/")
    look(page, "choose")
    go(page.locator(f"a[href='{ROOM}new/{channel}/?who={who}']"))
    for name, value in values.items():
        page.locator(f"[name={name}]").fill(value)
    look(page, f"register-{channel}-{who}")
    go(page.get_by_role("button", name="登记", exact=True))
    if page.get_by_label("已经核对，仍然登记").count():
        look(page, f"doubts-{channel}")
        page.get_by_label("已经核对，仍然登记").check()
        go(page.get_by_role("button", name="登记", exact=True))
    look(page, f"slip-{channel}")
    return page.locator(".slip dd strong").inner_text()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_day_at_the_window(desk: Desk, width: int) -> None:  # noqa: F811
    page = desk("handler1", width)
    told = {"name": "申请人子丑", "phone": "13800000000", "request": "临溪县2025年法律援助经费决算表和预算表"}
    visit = registered(page, "in_person", "person", document_number="110105194912310021", **told)
    registered(page, "oral", "person", **told)
    go(page.get_by_role("button", name="打印宣读核对单"))
    look(page, "reading")
    expect(page.get_by_text("已经向申请人宣读")).to_be_visible()
    firm = {"name": "临溪试验公司", "address": "临溪县甲路1号", "request": "甲表"}
    letter = registered(page, "plain_mail", "organisation", **firm)

    page.goto(f"{ROOM}confirming/")
    look(page, "confirming")
    go(page.get_by_role("link", name=letter))
    go(page.get_by_role("link", name="记录与申请人的联系"))
    page.get_by_label("怎样联系的，结果如何").fill("电话无人接听")
    go(page.get_by_role("button", name="记录", exact=True))
    go(page.get_by_role("link", name="确认收到申请"))
    page.get_by_label("事项（内部简称）").fill("甲表")
    look(page, "confirm")
    go(page.get_by_role("button", name="确认收到", exact=True))
    expect(page.get_by_text("为收到之日。").first).to_be_visible()

    page.goto(f"{ROOM}{visit}/parts/")
    page.locator("[name=request1]").fill("临溪县2025年法律援助经费预算表")
    look(page, "split")
    go(page.get_by_role("button", name="拆分", exact=True))
    look(page, "parts")
    page.goto(f"{ROOM}{visit}/kin/")
    look(page, "kin")
    go(page.get_by_role("button", name="打印申请频次表"))
    look(page, "frequency")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("mode", ["", "elder", "contrast"])
def test_board_and_lists(desk: Desk, width: int, mode: str) -> None:  # noqa: F811
    page = desk("office_head1", width, True)
    page.goto(f"{ROOM}board/")
    if mode:
        go(page.locator(f".modes button[value={mode}]"))
    for name, address in {
        "board": "board/", "board-later": "board/?day=2026-12-31", "cases": "", "oversight": "oversight/",
    }.items():  # fmt: skip
        page.goto(f"{ROOM}{address}")
        look(page, f"{name}-{mode}")
        assert grave(page) == []
