"""The office in a real browser: from a first password to a whole organ, without a mouse click that a keyboard cannot make."""

from __future__ import annotations

import base64
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django_otp.oath import totp
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, free_port, go, wait_for, watched

FIRST = "First-Word-2026!"
OWN = "My-Own-Word-2026!"
FOUND = f"""
import datetime as dt, django
django.setup()
from django.utils import timezone
from gongkai.web.organs.actions.found import found
from gongkai.web.people.models import Person, RoleGrant
from gongkai.web.sealing.keys import ensure_ring
from django.conf import settings
ensure_ring(settings.KEY_FILE)
now, day = timezone.now(), timezone.localdate()
organ = found(now, day, code="linxi-sfj", name="临溪县司法局", kind="justice", level="county")
for login, name, role in (
    ("system", "系统某", "system_administrator"), ("security", "安全某", "security_administrator"),
    ("audit", "审计某", "audit_administrator"),
):
    person = Person(organ=organ, login=f"linxi-sfj.{{login}}", name=name, joined_on=day)
    person.set_password({FIRST!r})
    person.password_set_at, person.password_set_by = now, "operator"
    person.save(force_insert=True)
    RoleGrant.objects.create(organ=organ, person=person, role=role, since=day, given_by="operator")
"""


@pytest.fixture(scope="module")
def office_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with its own database, a new organ and its three administrators."""
    folder, port = tmp_path_factory.mktemp("office"), free_port()
    environment = os.environ | {
        "PYTHONPATH": str(ROOT / "src"),
        "DJANGO_SETTINGS_MODULE": "gongkai.web.settings",
        "GONGKAI_DATA": str(folder),
        "GONGKAI_SECOND_FACTOR": "required",
    }
    for command in (
        [sys.executable, "-m", "django", "migrate", "--verbosity=0"],
        [sys.executable, "-c", FOUND],
    ):
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
    serve = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--port",
        str(port),
        "--workers",
        "1",
        "--no-ws",
    ]
    process = subprocess.Popen(
        [*serve, "--blocking-threads", "4", "gongkai.web.wsgi:application"], cwd=ROOT, env=environment
    )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def opened(chromium: Browser, server: str, width: int = 1280, javascript: bool = True) -> Page:
    """A page of a browser of its own; complaints of the browser are kept on it."""
    context = chromium.new_context(
        base_url=server,
        locale="zh-CN",
        viewport={"width": width, "height": 900},
        java_script_enabled=javascript,
    )
    page = context.new_page()
    page.seen, page.scripted = watched(context, server), javascript  # type: ignore[attr-defined]
    page.set_default_timeout(20_000)
    return page


def look(page: Page, name: str) -> None:
    """Keep a picture where one is asked for (``GONGKAI_PICTURES`` names the folder), at both widths and in each mode."""
    folder = os.environ.get("GONGKAI_PICTURES")
    if folder:
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)
        page.set_viewport_size({"width": 1280, "height": 900})


def sound(page: Page) -> None:
    """No fault that axe finds, nothing wider than a telephone."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size({"width": 390, "height": 900})
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390, page.url
    page.set_viewport_size({"width": 1280, "height": 900})


def signed_in(page: Page, login: str) -> None:
    """The first sign-in of somebody: first password, own password, authenticator."""
    page.goto("/office/")
    page.get_by_label("登录名", exact=True).fill(login)
    page.get_by_label("口令", exact=True).fill(FIRST)
    look(page, "sign-in")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="更改口令")).to_be_visible()
    look(page, "password")
    page.get_by_label("现在的口令").fill(FIRST)
    page.get_by_label("新口令（必填）", exact=True).fill(OWN)
    page.get_by_label("再填一次新口令").fill(OWN)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="绑定动态口令验证器")).to_be_visible()
    page.get_by_label("现在的口令").fill(OWN)
    page.keyboard.press("Enter")
    secret = re.sub(r"\s", "", page.locator("code.secret").inner_text())
    if page.scripted:  # type: ignore[attr-defined]
        assert page.locator("img.qr").evaluate("image => image.naturalWidth") > 100
        sound(page)
    look(page, "bind")
    page.get_by_label("动态口令").fill(f"{totp(base64.b32decode(secret)):06d}")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="验证器已经绑定")).to_be_visible()
    assert page.locator("ul.recovery li").count() == 10
    look(page, "codes")
    go(page.get_by_role("link", name="已经保管好"))


def filled(page: Page, button: str, **values: str) -> None:
    """Fill in the form of a page by its words, and send it."""
    for name, value in values.items():
        field = page.locator(f"main [name={name}]")
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(label=value)
        else:
            field.fill(value)
    go(page.locator("main").get_by_role("button", name=button, exact=True))


def test_from_a_first_password_to_a_whole_organ(chromium: Browser, office_server: str) -> None:
    began = time.monotonic()
    page = opened(chromium, office_server)
    signed_in(page, "linxi-sfj.system")
    page.goto("/office/set-up/")
    sound(page)
    look(page, "set-up")
    go(page.get_by_role("link", name="下一步：核对机关基本情况"))
    look(page, "organ-change")
    filled(page, "保存", region="999901", document_mark="临司", hosted_on="临溪县人民政府网站")
    for kind, name in (("政府信息公开主管部门", "临溪县人民政府办公室"), ("本级人民政府", "临溪县人民政府")):
        page.goto("/office/organ/relations/")
        filled(page, "登记", kind=kind, name=name)
    expect(page.get_by_role("status")).to_contain_text("已登记")
    page.goto("/office/organ/office/")
    filled(
        page,
        "登记",
        name="临溪县司法局办公室",
        address="临溪县示例路1号",
        hours="工作日9:00至17:00",
        phone="0000-1234567",
    )
    sound(page)
    look(page, "section")
    for duty, name in (("领导小组组长", "甲某"), ("分管负责人", "乙某"), ("工作机构负责人", "丙某")):
        page.goto("/office/organ/officers/")
        filled(page, "登记", duty=duty, name=name)
    page.goto("/office/organ/courts/")
    filled(page, "登记", kind="有管辖权的人民法院", name="临溪县人民法院")
    page.goto("/office/units/new/")
    filled(page, "添加", name="法制科")
    for number, name in enumerate(("丁某", "戊某", "己某")):
        page.goto("/office/people/new/")
        filled(page, "添加", name=name, login=f"person{number}", unit="法制科", phone=f"1380000000{number}")
        expect(page.get_by_text("首次登录口令只显示这一次")).to_be_visible()
    look(page, "first-password")
    for address, name in (
        ("organ/", "organ"), ("organ/letters/", "letters"), ("people/", "people"), ("people/roles/", "roles"), ("units/", "units"),
        ("own/", "own"), ("people/unused/", "unused"), ("people/locked/", "locked"), ("own/delegations/", "delegation"),
    ):  # fmt: skip
        page.goto(f"/office/{address}")
        sound(page)
        look(page, name)
    page.goto("/office/people/")
    go(page.get_by_role("link", name="丁某"))
    sound(page)
    look(page, "person")
    go(page.get_by_role("button", name="查看（记入审计）").first)
    expect(page.get_by_text("13800000000")).to_be_visible()
    go(page.get_by_role("link", name="移交工作或者离岗"))
    sound(page)
    look(page, "leave")
    assert [m for m in page.seen if "status of 4" not in m] == []  # type: ignore[attr-defined]
    assert time.monotonic() - began < 600


def test_the_security_administrator_without_javascript(chromium: Browser, office_server: str) -> None:
    page = opened(chromium, office_server, javascript=False)
    signed_in(page, "linxi-sfj.security")
    page.goto("/office/people/?q=linxi-sfj.audit")
    go(page.get_by_role("link", name="审计某"))
    go(page.get_by_role("link", name="授予角色"))
    expect(page.get_by_text("因三员分立，下列角色现在不能授予")).to_be_visible()
    look(page, "grant")
    page.go_back()
    go(page.get_by_role("link", name="重置登录"))
    go(page.get_by_role("button", name="重置", exact=True))
    expect(page.get_by_text("已重置审计某的登录")).to_be_visible()


@pytest.mark.parametrize("mode", ["elder", "contrast"])
def test_the_other_ways_to_show(chromium: Browser, office_server: str, mode: str) -> None:
    page = opened(chromium, office_server)
    page.goto(f"/office/sign-in/?mode={mode}")
    sound(page)
    look(page, f"sign-in-{mode}")
    page.get_by_label("登录名").fill("nobody")
    page.get_by_label("口令").fill("wrong-word-of-nobody")
    go(page.get_by_role("button", name="登录"))
    told = page.get_by_role("alert").first
    expect(told).to_contain_text("登录名或者口令不对")
    sound(page)
    look(page, f"sign-in-wrong-{mode}")
    colour = told.evaluate("one => getComputedStyle(one).backgroundColor")
    assert (colour == "rgb(0, 0, 0)") == (mode == "contrast"), colour
