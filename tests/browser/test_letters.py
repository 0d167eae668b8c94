"""The pages of the letters in a real browser: a walk without JavaScript, and how they look in every mode and width."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, free_port, go, wait_for, watched
from tests.browser.test_looks import MODES, WIDTHS, english, grave
from tests.web.letters.bureau import PDF

FILLED = {
    "on": "2026-03-25",
    "applicant": "周试一",
    "received_on": "2026-03-02",
    "registration_number": "2026-0031",
    "request": "2025年度临溪县法律援助案件补贴的发放标准",
    "where_public": "请登录临溪县人民政府网站查阅",
}
CHOSEN = {"applicant_kind": "natural_person", "channel": "internet", "delivery": "registered_mail"}
OWN = re.compile(r"\{\w+\}|gongkai letter|TOML|OFD|XLSX|CSV|jpg|png|tif|GB/T|[0-9a-f]{16}")
"""Latin words that are meant: slots of the pattern, names of formats, hashes."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A server over a data folder of its own; its address and what stands in it."""
    folder = tmp_path_factory.mktemp("letters")
    environment = os.environ | {
        "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
        "GONGKAI_DATA": str(folder),
        "GONGKAI_SECOND_FACTOR": "optional",
    }
    fill = [sys.executable, "-m", "tests.browser.letters_desk"]
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


def signed_in(chromium: Browser, desk: dict[str, str], javascript: bool) -> Iterator[Page]:
    """The head of the office in a browser."""
    context = chromium.new_context(
        base_url=desk["address"],
        locale="zh-CN",
        java_script_enabled=javascript,
        viewport={"width": 1280, "height": 900},
    )
    context.add_cookies([{"name": "gongkai", "value": desk["session"], "url": desk["address"]}])
    seen = watched(context, desk["address"])
    yield context.new_page()
    context.close()
    assert [m for m in seen if "status of 4" not in m] == []


@pytest.fixture
def plain(chromium: Browser, desk: dict[str, str]) -> Iterator[Page]:
    """Without JavaScript."""
    yield from signed_in(chromium, desk, javascript=False)


@pytest.fixture
def head(chromium: Browser, desk: dict[str, str]) -> Iterator[Page]:
    """With JavaScript, which axe needs."""
    yield from signed_in(chromium, desk, javascript=True)


def test_from_the_shelf_to_the_scan(plain: Page) -> None:
    plain.goto("/office/letters/")
    go(plain.get_by_role("link", name="试制文书"))
    go(plain.locator('a[href$="/trial/D10/"]'))
    go(plain.get_by_role("button", name="生成"))
    expect(plain.locator("#id_applicant-error")).to_contain_text("请填写这一项")
    for name, value in FILLED.items():
        plain.fill(f"[name={name}]", value)
    for name, value in CHOSEN.items():
        plain.select_option(f"[name={name}]", value)
    go(plain.get_by_role("button", name="生成"))
    expect(plain.locator(".standing")).to_have_text("草稿")
    expect(plain.locator(".paper")).to_contain_text("周试一：")
    plain.locator("summary", has_text="编号").click()
    go(plain.get_by_role("button", name="编号"))
    expect(plain.locator("h1")).to_contain_text("临司公开试答〔2026〕")
    plain.locator("summary", has_text="上传盖章扫描件").click()
    plain.set_input_files("[type=file]", {"name": "盖章件.pdf", "mimeType": "application/pdf", "buffer": PDF})
    go(plain.get_by_role("button", name="上传"))
    expect(plain.locator(".standing")).to_have_text("已用印，未发出")
    go(plain.get_by_role("link", name="修改，生成新的版本"))
    expect(plain.locator("[name=applicant]")).to_have_value("周试一")
    plain.fill("[name=applicant]", "周试二")
    go(plain.get_by_role("button", name="生成"))
    expect(plain.locator(".changes")).to_contain_text("周试一二")
    expect(plain.locator(".standing")).to_have_text("已编号（定稿），未用印")


def test_looks(head: Page, desk: dict[str, str]) -> None:
    letters = [f"{desk['letter']}/", f"{desk['form']}/", f"{desk['letter']}/versions/"]
    wrong = []
    for mode in MODES:
        head.goto("/office/")
        head.click(f'button[name=mode][value="{mode}"]')
        for width in WIDTHS:
            head.set_viewport_size({"width": width, "height": 844})
            for page in ["", "trial/", "trial/D12/", "trial/F04/", "patterns/", *letters]:
                head.goto(f"/office/letters/{page}")
                wrong += [f"{page} {mode} {width}: {found}" for found in faults(head)]
    assert wrong == []


def faults(page: Page) -> list[str]:
    """What axe finds grave, what is wider than the window, English words."""
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    words = english(OWN.sub("", page.locator("body").inner_text()))
    return [*grave(page), *(["wider than the window"] if wide else []), *words]


def test_control_faults_are_found(head: Page) -> None:
    head.goto("/office/letters/patterns/")
    assert faults(head) == []
    head.set_content(f"<main><input><pre>{'Draft ' * 300}</pre></main>")
    assert len(faults(head)) >= 3
