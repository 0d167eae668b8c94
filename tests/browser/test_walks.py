"""People walk through the page: a clerk with a file, a reader with a pasted text, someone without a mouse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from gongkai.files.limits import Limits
from gongkai.report.samples.shelf import sample, samples
from gongkai.web.portal.examine import examine
from tests.browser.conftest import go

WRONG = "#part1-applications-newly-received-total"


def in_view(page: Page, selector: str) -> bool:
    """True where the element is to be seen, by the window and by every box that scrolls."""
    script = """s => { const e = document.querySelector(s), r = e.getBoundingClientRect();
        const x = r.left + Math.min(r.width, 40) / 2, y = r.top + Math.min(r.height, 20) / 2;
        const hit = document.elementFromPoint(x, y); return !!hit && (e.contains(hit) || hit.contains(e)); }"""
    return bool(page.evaluate(script, selector))


@pytest.mark.parametrize("key", [s.key for s in samples()])
def test_pick_a_sample(plain: Page, key: str) -> None:
    plain.goto("/")
    go(plain.get_by_role("link", name=sample(key).title))
    expect(plain.get_by_role("heading", name="发现的问题")).to_be_visible()
    expect(plain.locator("table.sheet")).to_have_count(3)
    expect(plain.get_by_role("heading", name="原文")).to_be_visible()


def test_the_first_sample_shows_its_three_wrong_totals(plain: Page) -> None:
    plain.goto("/sample/yunzhou/")
    expect(plain.locator("td.error")).to_have_count(3)
    expect(plain.locator(".finding.error").first).to_contain_text("相差 2 件")


def test_from_a_finding_to_the_table_and_the_source_and_back(plain: Page) -> None:
    plain.goto("/sample/yunzhou/")
    first = plain.locator(".finding.error").first
    first.get_by_role("link", name="看表格").click()
    target = plain.url.partition("#")[2]
    assert "applications" in target
    plain.wait_for_timeout(700)
    assert in_view(plain, "#" + target)
    plain.locator("#" + target).get_by_role("link", name="见问题第").click()
    assert plain.url.endswith("#part1-finding1")
    first.get_by_role("link", name="看原文").click()
    plain.wait_for_timeout(700)
    place = plain.url.partition("#")[2]
    assert place.startswith(("source", "part1-marked"))
    assert in_view(plain, "#" + place)


def test_upload_a_file_without_javascript(plain: Page, tmp_path: Path) -> None:
    file = tmp_path / "报告.html"
    file.write_bytes(sample("minghu").data())
    plain.goto("/")
    plain.get_by_label("年度报告文件").set_input_files(file)
    go(plain.get_by_role("button", name="开始体检").first)
    expect(plain.get_by_text("报告.html")).to_be_visible()
    expect(plain.locator("table.sheet")).to_have_count(3)


def test_paste_a_text_and_take_the_data(plain: Page) -> None:
    one = sample("yunzhou")
    text = one.data().decode()
    plain.goto("/?mode=elder")
    plain.get_by_label("年度报告全文").fill(text)
    go(plain.get_by_role("button", name="开始体检").last)
    expect(plain.locator("html")).to_have_attribute("data-mode", "elder")
    with plain.expect_download() as taken:
        plain.get_by_role("button", name="下载数据").click()
    assert taken.value.suggested_filename == "年报体检结果.json"
    got = json.loads(Path(taken.value.path()).read_text(encoding="utf-8"))
    expected = json.loads(examine(one.file, one.data(), Limits()).exchange)
    assert got["tables"] == expected["tables"]
    assert got["findings"] == expected["findings"]


def test_dropped_file_is_named_and_a_large_one_refused(page: Page) -> None:
    page.goto("/")
    drop = """([name, size]) => { const d = new DataTransfer();
        d.items.add(new File([new Uint8Array(size)], name));
        document.querySelector('[data-drop]').dispatchEvent(
            new DragEvent('drop', {dataTransfer: d, bubbles: true, cancelable: true})); }"""
    page.evaluate(drop, ["年报.html", 10])
    expect(page.get_by_text("已选好：年报.html")).to_be_visible()
    page.evaluate(drop, ["大文件.pdf", 21 * 1024 * 1024])
    expect(page.get_by_text("超过 20 MB，请换一个")).to_be_visible()
    page.get_by_role("button", name="开始体检").first.click()
    assert page.url.endswith("/")


def test_a_large_file_without_javascript_gets_our_page(plain: Page, tmp_path: Path) -> None:
    file = tmp_path / "大文件.pdf"
    file.write_bytes(b"%PDF" + bytes(30 * 1024 * 1024))
    plain.goto("/")
    plain.get_by_label("年度报告文件").set_input_files(file)
    go(plain.get_by_role("button", name="开始体检").first)
    expect(plain.get_by_role("heading", name="文件超出限制")).to_be_visible()


def test_a_file_of_another_kind_gets_a_clear_page(plain: Page, tmp_path: Path) -> None:
    file = tmp_path / "天气.txt"
    file.write_text("今天天气很好。", encoding="utf-8")
    plain.goto("/")
    plain.get_by_label("年度报告文件").set_input_files(file)
    go(plain.get_by_role("button", name="开始体检").first)
    expect(plain.get_by_role("heading", name="可以这样做")).to_be_visible()
    go(plain.get_by_role("link", name="回到首页"))
    expect(plain.get_by_role("heading", level=1)).to_contain_text("体检")


def test_modes_by_link_and_on_an_answer_that_was_posted(page: Page) -> None:
    page.goto("/sample/minghu/")
    go(page.get_by_role("link", name="长者版"))
    expect(page.locator("html")).to_have_attribute("data-mode", "elder")
    go(page.get_by_role("link", name="再查一份"))
    expect(page.locator("html")).to_have_attribute("data-mode", "elder")
    page.get_by_label("年度报告全文").fill(sample("minghu").data().decode())
    go(page.get_by_role("button", name="开始体检").last)
    page.get_by_role("button", name="高对比度").click()
    expect(page.locator("html")).to_have_attribute("data-mode", "contrast")
    expect(page.locator("input[name=mode]").first).to_have_value("contrast")


def test_keyboard_only(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").startswith("云州市"):
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/sample/yunzhou/")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").startswith("看表格"):
            break
    page.keyboard.press("Enter")
    page.wait_for_timeout(700)
    assert page.evaluate("document.activeElement.closest('td')?.id || location.hash.slice(1)") in page.url
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('td') !== null")


def test_nothing_in_a_text_runs(page: Page) -> None:
    evil = "<script>window.hit=1</script><img src=x onerror=window.hit=1>"
    page.goto("/")
    page.get_by_label("年度报告全文").fill(sample("yunzhou").data().decode().replace("条例", evil))
    go(page.get_by_role("button", name="开始体检").last)
    expect(page.locator("table.sheet")).to_have_count(3)
    assert page.evaluate("window.hit") is None
