"""A draft through its review, by the people who do it, on a desk and on a phone; and every page looked at.

Submit, step one sends back with a mark, edit, three steps and the secrecy review, released.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import ROOT, go, serving, watched
from tests.browser.test_looks import english, grave

Desk = Callable[..., Page]
SHOTS = os.environ.get("GONGKAI_SHOTS", "")
"""A folder for screenshots, where somebody wants to look at them."""


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """Address of a server over a fresh database, and the sessions of its people."""
    data = tmp_path_factory.mktemp("bureau")
    environment = os.environ | {
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "GONGKAI_DATA": str(data),
        "GONGKAI_SECOND_FACTOR": "optional",
    }
    seeded = subprocess.run(
        [sys.executable, "-m", "tests.browser.bureau"], cwd=ROOT, env=environment, check=True,
        capture_output=True, text=True,
    )  # fmt: skip
    with serving(environment) as address:
        yield address, json.loads(seeded.stdout.splitlines()[-1])


@pytest.fixture
def desk(chromium: Browser, bureau: tuple[str, dict[str, str]]) -> Iterator[Desk]:
    """Opens a page as one of the people, without JavaScript and of a width; complaints of the browser fail the test."""
    address, sessions = bureau
    contexts: list[tuple[BrowserContext, list[str]]] = []

    def opened(who: str, width: int = 1280, scripts: bool = False) -> Page:
        context = chromium.new_context(
            base_url=address,
            locale="zh-CN",
            java_script_enabled=scripts,
            viewport={"width": width, "height": 844},
        )
        context.add_cookies([{"name": "gongkai", "value": sessions[who], "url": address}])
        contexts.append((context, watched(context, address)))
        return context.new_page()

    yield opened
    for context, seen in contexts:
        context.close()
        assert [m for m in seen if "status of 4" not in m] == []


def look(page: Page, name: str) -> None:
    """Nothing wider than the window; a picture where one wants to look."""
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"{name}.png"), full_page=True)


def written(desk: Desk, width: int, title: str) -> str:
    """A draft written and submitted; the address of its review."""
    page = desk("handler1", width)
    page.goto("/office/drafts/new/")
    page.get_by_label("标题").fill(title)
    page.get_by_label("正文").fill(
        "定于三月十二日上午在文化广场举办宣传活动。\n现场提供法律咨询12场次，欢迎参加。"
    )
    page.get_by_label("拟发栏目").fill("通知公告")
    page.get_by_label("政府网站", exact=True).check()
    look(page, f"draft-{width}")
    go(page.get_by_role("button", name="保存"))
    go(page.get_by_role("button", name="送审"))
    assert "/office/review/" in page.url
    return page.url


def signed(desk: Desk, who: str, width: int, url: str, shot: str = "") -> None:
    """Sign the step that waits for that person, from the inbox on."""
    page = desk(who, width)
    page.goto("/office/review/")
    if shot:
        look(page, f"inbox-{width}")
    go(page.locator(f"a[href='{url[url.index('/office') :]}']"))
    for box in page.locator("section[aria-labelledby=sign] input[type=checkbox]").all():
        box.check()
    if shot:
        look(page, f"{shot}-{width}")
    go(page.get_by_role("button", name="签署", exact=True))
    assert page.get_by_text("已经签署。").is_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_whole_way(desk: Desk, width: int) -> None:
    url = written(desk, width, f"关于举办法治宣传日活动的公告（{width}）")
    first = desk("reviewer1", width)
    first.goto(url)
    first.get_by_text("退回", exact=True).first.click()
    first.get_by_label("退回理由").fill("场次与方案不一致")
    first.get_by_label("标记1：位置").select_option(label="正文第2段")
    first.get_by_label("标记1：原文").fill("12场次")
    first.get_by_label("标记1：意见").fill("应为15场次")
    look(first, f"return-{width}")
    go(first.get_by_role("button", name="退回"))
    assert first.get_by_text("已退回拟稿人修改").is_visible()

    author = desk("handler1", width)
    author.goto(url)
    assert author.locator("mark").inner_text() == "12场次"
    look(author, f"sent-back-{width}")
    go(author.get_by_role("link", name="打开稿件"))
    body = author.get_by_label("正文")
    body.fill(body.input_value().replace("12", "15"))
    go(author.get_by_role("button", name="保存"))
    author.goto(url)
    author.get_by_label("修改说明").fill("已改为15场次")
    go(author.get_by_role("button", name="重新送审"))

    first.goto(url)
    assert first.locator(".changes p:not(.hint) del").inner_text() == "12"
    assert first.locator(".changes p:not(.hint) ins").inner_text() == "15"
    signed(desk, "reviewer1", width, url, "sign")
    signed(desk, "office_head1", width, url)
    signed(desk, "leader1", width, url)
    keeper = desk("secrecy_reviewer1", width)
    keeper.goto(url)
    keeper.get_by_label("公文类", exact=True).check()
    keeper.get_by_label("可以公开：").check()
    look(keeper, f"secrecy-{width}")
    go(keeper.get_by_role("button", name="签署保密审查"))

    publisher = desk("publisher1", width)
    publisher.goto(url)
    assert publisher.get_by_text("可以发布").is_visible()
    look(publisher, f"passed-{width}")
    publisher.get_by_label("发布到").fill("本机关网站“通知公告”栏目")
    go(publisher.get_by_role("button", name="登记发布"))
    assert publisher.get_by_text("已经发布到").first.is_visible()
    for form in ("form", "secrecy-form"):
        publisher.goto(f"{url}{form}/")
        look(publisher, f"{form}-{width}")


def test_the_second_of_two_is_told_what_holds(desk: Desk) -> None:
    url = written(desk, 1280, "关于两人同时办理的公告")
    one, other = desk("reviewer1"), desk("secrecy_reviewer1")
    one.goto(url)
    other.goto(url)
    other.get_by_label("公文类", exact=True).check()
    other.get_by_label("可以公开：").check()
    go(other.get_by_role("button", name="签署保密审查"))
    for box in one.locator("section[aria-labelledby=sign] input[type=checkbox]").all():
        box.check()
    go(one.get_by_role("button", name="签署", exact=True))
    assert one.get_by_role("heading", name="别人刚刚办理了这一项").is_visible()
    look(one, "conflict-1280")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("mode", ["", "elder", "contrast"])
def test_every_page_in_every_mode(desk: Desk, mode: str, width: int) -> None:
    label = {"": "标准版", "elder": "长者版", "contrast": "高对比度"}[mode]
    url = written(desk, 1280, f"关于查看{label}页面的公告（{width}）")
    pages = [
        ("reviewer1", url), ("secrecy_reviewer1", url), ("handler1", url), ("reviewer1", "/office/review/"),
        ("leader1", "/office/review/"), ("handler1", "/office/review/all/"), ("handler1", "/office/drafts/"),
        ("handler1", "/office/drafts/new/"), ("office_head1", "/office/review/chains/"),
        ("publisher1", f"{url}paper/"), ("office_head1", "/office/review/chains/draft/"),
        ("office_head1", "/office/review/chains/application-letter/D13/"), ("handler1", f"{url}form/"), ("handler1", f"{url}secrecy-form/"),
    ]  # fmt: skip
    for number, (who, address) in enumerate(pages):
        page = desk(who, width, scripts=True)
        page.goto("/office/")
        go(page.get_by_role("button", name=label))
        page.goto(address)
        for closed in page.locator("details").all():
            closed.evaluate("e => e.open = true")
        look(page, f"look-{number}-{mode or 'usual'}-{width}")
        assert grave(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address
        text = page.locator("body").inner_text().replace("OA", "").replace("XLSX", "").replace("CSV", "")
        assert [w for w in english(text) if not set(w.lower()) <= set("abcdef0123456789")] in ([], ["sha"]), (
            address
        )
        page.context.close()
