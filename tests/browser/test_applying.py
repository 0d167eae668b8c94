"""A citizen applies, is asked to correct, withdraws: in a browser, without JavaScript, by keyboard; and every page looked at."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, free_port, go, wait_for, watched
from tests.browser.test_looks import english, grave


class Desk:
    """A server with the bureau in a data folder of its own."""

    def __init__(self, folder: Path, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self.environment = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "GONGKAI_DATA": str(folder)}

    def happens(self, *arguments: str) -> None:
        """What the office does meanwhile."""
        command = [sys.executable, "-m", "tests.browser.citizens_desk", *arguments]
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The bureau, open to the public."""
    port = free_port()
    one = Desk(tmp_path_factory.mktemp("citizens"), port)
    one.happens()
    serve = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "--workers", "1"]
    serve += ["--no-ws", "--blocking-threads", "4", "gongkai.web.wsgi:application"]
    process = subprocess.Popen(serve, cwd=ROOT, env=one.environment)
    try:
        wait_for(f"{one.address}/apply/", process)
        yield one
    finally:
        process.terminate()
        process.wait(20)


def opened(chromium: Browser, desk: Desk, javascript: bool, width: int = 1280) -> Page:
    context = chromium.new_context(
        base_url=desk.address, locale="zh-CN", java_script_enabled=javascript,
        viewport={"width": width, "height": 900},
    )  # fmt: skip
    page = context.new_page()
    page.complaints = watched(context, desk.address)  # type: ignore[attr-defined]
    return page


def pressed(page: Page, name: str) -> None:
    """A button, reached and pressed by keyboard."""
    page.get_by_role("button", name=name, exact=True).focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")


def asked(page: Page, number: str, code: str) -> None:
    """The page of the case."""
    page.goto("/case/")
    page.fill("[name=number]", number)
    page.fill("[name=code]", code.lower())
    pressed(page, "查询")


def test_a_life_of_an_application(chromium: Browser, desk: Desk) -> None:
    page = opened(chromium, desk, javascript=False)
    page.goto("/")
    go(page.get_by_role("link", name="申请公开政府信息"))
    go(page.get_by_role("link", name="临溪县司法局"))
    go(page.get_by_role("link", name="公民（自然人）"))
    page.fill("[name=request]", "临溪县2025年法律援助经费决算表")
    page.fill("[name=name]", "申请人子丑")
    pressed(page, "提交申请")
    expect(page.get_by_role("alert").first).to_contain_text("仍然提交")
    pressed(page, "仍然提交")
    number, code = (one.inner_text() for one in page.locator("dd.big").all())
    asked(page, number, code)
    expect(page.locator(".stage")).to_have_text("已经提交，等待机关确认收到")
    assert code not in page.content()
    assert number not in page.url
    desk.happens(number, "received", "correction_notice")
    asked(page, number, code)
    page.fill("#correction-text", "请提供部门决算的全部表格")
    pressed(page, "提交补正")
    expect(page.get_by_role("status")).to_contain_text("补正已经收到")
    expect(page.locator(".stage")).to_have_text("正在办理")
    page.locator("summary", has_text="撤回申请").click()
    page.check("[name=sure]")
    pressed(page, "撤回申请")
    expect(page.locator(".stage")).to_have_text("已经结束")
    page.check("[name=score][value='5']")
    pressed(page, "提交评价")
    expect(page.get_by_text("您的评价：非常满意")).to_be_visible()
    assert page.context.cookies() == []
    assert [one for one in page.complaints if "status of 4" not in one] == []  # type: ignore[attr-defined]
    page.context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_looks(chromium: Browser, desk: Desk, width: int) -> None:
    page = opened(chromium, desk, javascript=True, width=width)
    form = "/apply/linxi-sfj/organisation/"
    counted = "/deadline/?received=2026-09-18&extended_on=2026-10-09&extended_days=20"
    for path in ("/apply/", "/apply/linxi-sfj/", form, "/apply/privacy/", "/case/", counted):
        for mode in ("", "elder", "contrast"):
            page.goto(f"{path}{'&' if '?' in path else '?'}mode={mode}")
            assert grave(page) == [], (path, mode)
            page.wait_for_load_state()
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (path, mode)
            assert english(page.locator("body").inner_text()) == [], (path, mode)
    page.goto("/apply/linxi-sfj/person/?mode=contrast")
    page.fill("[name=request]", "临溪县2025年法律援助经费决算表")
    name = "法律援助经费决算表的查找线索和说明" * 3
    page.set_input_files("#files", {"name": f"{name}.txt", "mimeType": "text/plain", "buffer": name.encode()})
    pressed(page, "提交申请")
    expect(page.locator(".held li")).to_contain_text(name)
    assert grave(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    pressed(page, "仍然提交")
    expect(page.get_by_role("button", name="打印这张回执")).to_be_visible()
    assert grave(page) == []
    number, code = (one.inner_text() for one in page.locator("dd.big").all())
    desk.happens(number, "received", "correction_notice")
    asked(page, number, code)
    page.locator("summary").first.click()
    assert grave(page) == []
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert [one for one in page.complaints if "status of 4" not in one] == []  # type: ignore[attr-defined]
    page.context.close()
