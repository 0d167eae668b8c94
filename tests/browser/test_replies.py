"""From the case to the delivered reply in a real browser, by everybody who signs; and how the pages look."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, free_port, go, wait_for, watched
from tests.browser.test_looks import MODES, english, grave

Open = Callable[..., Page]
OWN = re.compile(r"[DF]\d\d|XA\d+CN|XLSX|CSV|PDF|[0-9a-f]{12}")
"""Latin words that are meant: documents, a number of the post, names of formats, hashes."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """A server over a data folder of its own; its address and what stands in it."""
    environment = os.environ | {
        "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
        "GONGKAI_DATA": str(tmp_path_factory.mktemp("replies")),
        "GONGKAI_SECOND_FACTOR": "optional",
    }
    fill = [sys.executable, "-m", "tests.browser.reply_desk"]
    made = subprocess.run(fill, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "--workers", "1"]
    command += ["--blocking-threads", "2", "--no-ws", "gongkai.web.wsgi:application"]
    with subprocess.Popen(command, cwd=ROOT, env=environment) as process:
        address = f"http://127.0.0.1:{port}"
        try:
            wait_for(f"{address}/static/portal/icon.svg", process)
            yield json.loads(made.stdout.splitlines()[-1]) | {"address": address}
        finally:
            process.terminate()


@pytest.fixture
def opened(chromium: Browser, desk: dict[str, Any]) -> Iterator[Open]:
    """A page for somebody by his role, "" for a stranger; without JavaScript where it is not asked for."""
    contexts = []

    def open_as(role: str, javascript: bool = False) -> Page:
        context = chromium.new_context(
            base_url=desk["address"],
            locale="zh-CN",
            java_script_enabled=javascript,
            viewport={"width": 1280, "height": 900},
        )
        if role:
            cookie = {"name": "gongkai", "value": desk["sessions"][role], "url": desk["address"]}
            context.add_cookies([cookie])  # type: ignore[list-item]
        contexts.append((context, watched(context, desk["address"])))
        return context.new_page()

    yield open_as
    for context, seen in contexts:
        context.close()
        assert [m for m in seen if "status of 4" not in m] == []


def sign(page: Page, review: str) -> None:
    """Sign the step that waits."""
    page.goto(review)
    for box in page.locator("section[aria-labelledby=sign] input[type=checkbox]").all():
        box.check()
    go(page.get_by_role("button", name="签署", exact=True))
    expect(page.locator("body")).to_contain_text("已经签署")


def test_from_the_case_to_the_delivery(opened: Open, desk: dict[str, Any]) -> None:
    case = f"/office/applications/{desk['to_answer']}/"
    clerk = opened("handler")
    clerk.goto(case)
    go(clerk.get_by_role("link", name="起草答复书、告知书"))
    go(clerk.locator('a[href$="/letters/D10/"]'))
    clerk.fill("[name=where_public]", "请登录临溪县人民政府网站查阅")
    clerk.select_option("[name=delivery]", "registered_mail")
    go(clerk.get_by_role("button", name="生成"))
    expect(clerk.locator(".paper")).to_contain_text("请登录临溪县人民政府网站查阅")
    go(clerk.get_by_role("link", name="送审、随附文件和送达"))
    way = clerk.url
    go(clerk.get_by_role("button", name="送审"))
    go(clerk.get_by_role("link", name="查看审核"))
    review = clerk.url
    for role in ("reviewer", "office_head", "leader"):
        sign(opened(role), review)
    clerk.goto(way)
    expect(clerk.locator("body")).to_contain_text("保密审查还没有签署")
    keeper = opened("secrecy_reviewer")
    keeper.goto(review)
    keeper.get_by_label("公文类", exact=True).check()
    keeper.get_by_label("可以公开：").check()
    go(keeper.get_by_role("button", name="签署保密审查"))
    clerk.goto(way)
    go(clerk.get_by_role("link", name="查看、修改、编号、用印和发出"))
    clerk.locator("summary", has_text="编号").click()
    go(clerk.get_by_role("button", name="编号"))
    expect(clerk.locator("h1")).to_contain_text("临司公开答〔")
    clerk.locator("summary", has_text="登记发出").click()
    clerk.select_option("[name=dispatch-way]", "paper")
    go(clerk.get_by_role("button", name="登记"))
    clerk.goto(way)
    clerk.locator("summary", has_text="登记交寄").click()
    clerk.select_option("[name=delivery-what]", "received")
    clerk.select_option("[name=delivery-channel]", "registered_mail")
    go(clerk.get_by_role("button", name="登记"))
    expect(clerk.locator("body")).to_contain_text("送达应当有凭证")
    clerk.fill("[name=delivery-tracking]", "XA000000001CN")
    go(clerk.get_by_role("button", name="登记"))
    expect(clerk.locator("body")).to_contain_text("XA000000001CN")
    clerk.goto(case)
    expect(clerk.locator(".stage")).to_have_text("已答复")
    expect(clerk.locator(".timeline")).to_contain_text("答复送达")
    stranger = opened("")
    stranger.goto(way)
    expect(stranger).to_have_url(re.compile("/office/sign-in/"))


def pages(desk: dict[str, Any]) -> list[str]:
    """The pages that are looked at."""
    case = f"/office/applications/{desk['answered']}/"
    below = ("letters/", "letters/D13/", "archive/", "drafts/")
    return [
        *(case + part for part in below),
        f"/office/replies/{desk['letter']}/",
        "/office/withheld/",
        f"/office/withheld/{desk['withheld']}/",
        "/office/answers/",
        f"/office/answers/{desk['draft']}/",
    ]


def faults(page: Page) -> list[str]:
    """What axe finds grave, what is wider than the window, English words."""
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    words = english(OWN.sub("", page.locator("body").inner_text()))
    return [*grave(page), *(["wider than the window"] if wide else []), *words]


def test_looks(opened: Open, desk: dict[str, Any]) -> None:
    page, wrong = opened("handler", javascript=True), []
    for mode in MODES:
        page.goto("/office/")
        page.click(f'button[name=mode][value="{mode}"]')
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 844})
            for address in pages(desk):
                page.goto(address)
                wrong += [f"{address} {mode} {width}: {found}" for found in faults(page)]
            page.goto(f"/answers/?mode={mode}")
            wrong += [f"answers {mode} {width}: {found}" for found in faults(page)]
    assert wrong == []


def test_control_faults_are_found(opened: Open) -> None:
    page = opened("handler", javascript=True)
    page.goto("/office/withheld/")
    assert faults(page) == []
    page.set_content(f"<main><input><pre>{'Draft ' * 300}</pre></main>")
    assert len(faults(page)) >= 3
