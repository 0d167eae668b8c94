"""Four pages in every mode, on a desk and on a phone: nothing grave, nothing wider than the window, no English.

The choices of an organ, bringing in a table, the same proposals for cases handled together, and the applicant's own page
with what he may confirm and suggest.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, serving, watched
from tests.browser.test_looks import WIDTHS, english, grave

MODES = {"": "标准版", "elder": "长者版", "contrast": "高对比度"}
FORMATS = re.compile(r"XLSX|CSV")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, Any]]]:
    """Address of a server over a fresh database, and what stands in it."""
    environment = os.environ | {
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "GONGKAI_DATA": str(tmp_path_factory.mktemp("modes")),
        "GONGKAI_SECOND_FACTOR": "optional",
    }
    filled = subprocess.run(
        [sys.executable, "-m", "tests.browser.modes_desk"], cwd=ROOT, env=environment, check=True,
        capture_output=True, text=True,
    )  # fmt: skip
    with serving(environment) as address:
        yield address, json.loads(filled.stdout.splitlines()[-1])


def ticked(page: Page) -> None:
    """A box that is ticked looks otherwise than one that is not."""
    for box in page.locator("main [type=checkbox]:visible").all():
        before = box.is_checked()
        first = box.screenshot()
        box.set_checked(not before)
        page.evaluate("document.activeElement.blur()")
        assert box.screenshot() != first
        box.set_checked(before)


def looked(page: Page, name: str) -> None:
    """At both widths; a picture where one wants to look (``GONGKAI_SHOTS`` names the folder)."""
    page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
    assert english(FORMATS.sub("", page.locator("body").inner_text())) == [], name
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        if folder := os.environ.get("GONGKAI_SHOTS"):
            page.screenshot(path=str(Path(folder) / f"{name}-{width}.png"), full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (name, width)
    ticked(page)
    assert grave(page) == [], name


@pytest.mark.parametrize("mode", MODES)
def test_every_mode(chromium: Browser, desk: tuple[str, dict[str, Any]], mode: str) -> None:
    address, found = desk
    context = chromium.new_context(base_url=address, locale="zh-CN")
    complaints = watched(context, address)
    page = context.new_page()
    page.goto(f"/case/?mode={mode}")
    page.fill("[name=number]", found["mine"])
    page.fill("[name=code]", found["code"])
    with page.expect_navigation():
        page.get_by_role("button", name="查询", exact=True).click()
    expect(page.get_by_role("button", name="确认", exact=True)).to_be_visible()
    looked(page, f"case{mode}")
    expect(page.get_by_role("button", name="提交建议")).to_be_visible()
    for who, place in (
        ("handler1", f"/office/applications/{found['lead']}/same/"),
        ("handler1", "/office/applications/backlog/"),
        ("system_administrator1", "/office/organ/choices/"),
    ):
        context.add_cookies([{"name": "gongkai", "value": found["people"][who], "url": address}])
        page.goto(place)
        if page.locator("html").get_attribute("data-mode") != mode:
            with page.expect_navigation():
                page.get_by_role("button", name=MODES[mode], exact=True).click()
            page.goto(place)
        assert page.locator("html").get_attribute("data-mode") == mode
        looked(page, f"{place.strip('/').rpartition('/')[2]}{mode}")
    context.close()
    assert complaints == []
