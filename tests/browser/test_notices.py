"""The pages of the notices in a real browser, on the demonstration, as the people who use them."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import go
from tests.browser.test_looks import WIDTHS, english, grave
from tests.cli.files import ROOT
from tests.cli.test_serve import PATIENCE, Served, answer, free_port
from tests.web.outside import Installation

HEADS = ("notices/", "notices/templates/", "notices/templates/review.waiting/", "notices/delivery/")
WAYS = ("标准版", "长者版", "高对比度")


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of a running demonstration, and the password of everybody in it."""
    folder, port = tmp_path_factory.mktemp("demo") / "data", free_port()
    line = [sys.executable, "-m", "gongkai", "demo", "--folder", str(folder), "--port", str(port)]
    environment = Installation(Path(folder)).environment
    with subprocess.Popen(line, env=environment, cwd=ROOT, text=True, stderr=subprocess.PIPE) as process:
        served = Served(process)
        try:
            served.started("网页")
            password = re.search(r"口令都是 (\S+) ", "".join(served.said))
            assert password
            answer(f"http://127.0.0.1:{port}/")
            yield f"http://127.0.0.1:{port}", password[1]
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE)


def signed_in(browser: Browser, at: tuple[str, str], login: str, script: bool = True) -> Page:
    """A page of somebody who has signed in, with or without JavaScript."""
    page = browser.new_context(base_url=at[0], locale="zh-CN", java_script_enabled=script).new_page()
    page.goto("/office/sign-in/")
    page.fill("[name=login]", login)
    page.fill("[name=password]", at[1])
    page.click("button.btn-primary")
    page.wait_for_url("**/office/")
    return page


def test_looks(chromium: Browser, demonstration: tuple[str, str]) -> None:
    page = signed_in(chromium, demonstration, "office-head")
    wrong = []
    for way in WAYS:
        go(page.get_by_role("button", name=way))
        for path in HEADS:
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 844})
                page.goto(f"/office/{path}")
                found = [*grave(page), *english(page.locator("main").inner_text())]
                if not page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"):
                    found.append("wider than the window")
                wrong += [f"{way} {path} {width}: {one}" for one in found]
    page.context.close()
    assert wrong == []


@pytest.mark.parametrize("script", [True, False])
def test_reading(chromium: Browser, demonstration: tuple[str, str], script: bool) -> None:
    # Each walk has a person of his own, so that they do not read each other's notices.
    page = signed_in(chromium, demonstration, "reviewer" if script else "handler", script)
    assert page.locator(".rooms .unread").inner_text().startswith("2")
    go(page.locator(".rooms").get_by_role("link", name=re.compile("^通知")))
    go(page.get_by_role("button", name=re.compile("标为已读")).nth(1))
    assert page.locator(".rooms .unread").inner_text().startswith("1")
    go(page.get_by_role("button", name="全部标为已读"))
    assert page.locator(".rooms .unread").count() == 0
    assert "没有未读的通知" in page.locator("main").inner_text()
    page.context.close()


def test_an_own_text(chromium: Browser, demonstration: tuple[str, str]) -> None:
    page = signed_in(chromium, demonstration, "system-administrator")
    page.goto("/office/notices/templates/")
    go(page.get_by_role("link", name="期限将至", exact=True))
    page.fill("[name=title]", "{申请人}的期限将至")
    go(page.get_by_role("button", name="保存"))
    assert "在这里不能用" in page.locator(".error").inner_text()
    page.fill("[name=title]", "请抓紧办理{编号}")
    go(page.get_by_role("button", name="预览"))
    assert "请抓紧办理示例〔2026〕3号" in page.locator(".preview").inner_text()
    go(page.get_by_role("button", name="保存"))
    assert "本机关修改过" in page.locator("table").inner_text()
    go(page.get_by_role("link", name="期限将至", exact=True))
    go(page.get_by_role("button", name="恢复默认文字"))
    assert page.input_value("[name=title]") == "期限将至：{编号}"
    page.context.close()
