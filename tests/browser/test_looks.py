"""Every page in every mode and width: no serious finding of axe, nothing wider than the window, no English."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PAGES = {"home": "/", "wrong": "/sample/yunzhou/", "well": "/sample/minghu/", "problem": "/nowhere/"}
MODES = ("", "elder", "contrast")
WIDTHS = (1280, 390)
GRAVE = {"serious", "critical"}
NAMES = re.compile(
    r"JSON|PDF|Word|WPS|Excel|CSV|ZIP|Markdown|MB|[\w-]*\.(?:txt|html|md|pdf)|\(?R\d{3}\)?|\d+[A-Z]?|[IVX]+",
    re.ASCII,
)


def grave(page: Page) -> list[str]:
    """What axe finds serious or critical, each with the first place."""
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found if v["impact"] in GRAVE]


def english(text: str) -> list[str]:
    """Latin words that are no file format, file name, unit or rule."""
    return re.findall(r"[A-Za-z]{2,}", NAMES.sub("", text))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_page(page: Page, path: str, mode: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{path}?mode={mode}")
    assert grave(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert english(page.locator("body").inner_text()) == []
    assert page.title().endswith("年报体检")


def test_control_axe_and_the_word_test_can_fail(page: Page) -> None:
    page.goto("/")
    page.evaluate(
        "document.querySelector('label[for=text]').remove(); document.querySelector('#text').placeholder = ''"
    )
    assert any(found.startswith("label") for found in grave(page))
    assert english("Choose File") == ["Choose", "File"]


def test_wide_tables_scroll_in_their_own_box(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/sample/yunzhou/")
    box = page.locator(".sheet-box").nth(1)
    assert box.evaluate("e => e.scrollWidth > e.clientWidth")
    assert page.locator(".swipe").nth(1).is_visible()


def test_no_movement_where_none_is_wanted(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto("/")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_print_leaves_the_controls_out(page: Page) -> None:
    page.emulate_media(media="print")
    page.goto("/sample/yunzhou/")
    assert not page.locator(".band").is_visible()
    assert page.locator("table.sheet").first.is_visible()
