"""A case in a browser, by the people who handle it: what is asked, entered, approved, proposed; two people at once.

Played without JavaScript on a desk and on a phone; every page of a case is looked at in every mode.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import go
from tests.browser.test_looks import english, grave
from tests.browser.test_review import bureau, desk, look

Desk = Callable[..., Page]
__all__ = ["bureau", "desk"]
VISIT = {
    "name": "申请人子丑", "phone": "13800007777", "request": "临溪县2025年法律援助经费决算表",
    "matter": "法律援助经费决算",
}  # fmt: skip
"""What a visitor says; invented."""


def registered(desk: Desk, width: int = 1280) -> str:
    """A visit is registered; the address of its case."""
    page = desk("handler1", width)
    page.goto("/office/applications/new/in_person/")
    for field, text in VISIT.items():
        page.locator(f"#id_{field}").fill(text)
    go(page.get_by_role("button", name="登记", exact=True))
    if page.get_by_label("仍然登记").count():
        page.get_by_label("仍然登记").check()
        go(page.get_by_role("button", name="登记", exact=True))
    go(page.get_by_role("link", name="打开这一件"))
    return page.url


def act(page: Page, url: str, link: str, **fields: str) -> None:
    """From the case page to an act, filled in and posted: two clicks after the page."""
    page.goto(url)
    go(page.get_by_role("link", name=link, exact=True))
    for name, text in fields.items():
        page.locator(f"#id_{name}").fill(text)
    go(page.locator("main form button").last)
    page.wait_for_url(url)


@pytest.mark.parametrize("width", [1280, 390])
def test_a_case_is_handled(desk: Desk, width: int) -> None:
    url = registered(desk, width)
    page, head = desk("handler1", width), desk("office_head1", width)
    page.goto(url)
    expect(page.get_by_text("申请人子丑")).to_have_count(0)
    go(page.get_by_role("button", name="查看申请人信息"))
    expect(page.get_by_text("申请人子丑")).to_be_visible()

    act(page, url, "登记补正告知", words="请写明决算的口径")
    expect(page.locator(".stage")).to_have_text("等待补正")
    act(page, url, "补记通知送达日期")
    act(page, url, "登记收到补正", words="口径为部门决算")
    act(page, url, "登记征求意见", name="第三方寅卯公司", about="账户信息", words="涉及账户")
    expect(page.get_by_text("寅卯")).to_have_count(0)
    expect(page.locator(".stage")).to_have_text("征求意见中")

    act(page, url, "提请延长答复期限", days="5", words="需要核对三年档案")
    head.goto(url)
    go(head.get_by_role("link", name="打开办理"))
    expect(head.get_by_label("延长的工作日数")).to_have_value("5")
    go(head.locator("main form button").last)
    expect(head.get_by_text("批准人：")).to_be_visible()

    act(page, url, "登记收到意见", words="同意公开")
    go(page.get_by_role("link", name="拟定处理意见"))
    for answer in ("明确，或者补正后已经明确", "是", "由本机关负责", "没有"):
        page.get_by_label(answer, exact=True).check()
        go(page.get_by_role("button", name="下一步"))
    look(page, f"case-kinds-{width}")
    go(page.get_by_role("button", name="经检索，信息不存在"))
    page.get_by_label("检索记录").fill("检索了档案系统，关键词“经费决算”，办公室，今天。")
    go(page.get_by_role("button", name="拟定"))
    expect(page.get_by_role("heading", name="第1项：经检索，信息不存在")).to_be_visible()
    look(page, f"case-{width}")
    assert english(re.sub(r"[\w-]+@[\w.]+", "", page.locator("main").inner_text())) == []


def test_the_second_of_two_keeps_what_was_typed(desk: Desk) -> None:
    url = registered(desk)
    one, other = desk("handler1"), desk("handler2")
    for page in (one, other):
        page.goto(url)
        go(page.get_by_role("link", name="登记申请人撤回"))
    one.get_by_label("撤回的方式和凭据").fill("当面撤回")
    go(one.locator("main form button").last)
    other.get_by_label("撤回的方式和凭据").fill("来信撤回，信封存卷")
    go(other.locator("main form button").last)
    expect(other.get_by_role("heading", name="别人刚刚办理了这一件")).to_be_visible()
    expect(other.get_by_text("登记了“撤回申请”")).to_be_visible()
    expect(other.get_by_label("撤回的方式和凭据")).to_have_value("来信撤回，信封存卷")
    look(other, "case-conflict")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("mode", ["标准版", "长者版", "高对比度"])
def test_every_page_in_every_mode(desk: Desk, mode: str, width: int) -> None:
    url = registered(desk)
    page = desk("office_head1", width, scripts=True)
    page.goto(url)
    go(page.get_by_role("button", name=mode))
    for part in (
        "", "events/consultation-sent/", "approvals/extended/", "proposals/", "fee/?mode=per_page&pages=150",
        "proposals/new/withheld.deliberative/", "proposals/new/partly_disclosed/", "assignments/",
    ):  # fmt: skip
        page.goto(url + part)
        assert grave(page) == [], part
        page.wait_for_load_state()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), part
        look(page, f"case-{mode}-{width}-{part.strip('/').replace('/', '-')[:20]}")
