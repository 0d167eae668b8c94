"""People hand in several reports: two years of a bureau, a city with its bureaus, some of them broken."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import go
from tests.browser.families import broken, one_year, two_years
from tests.browser.test_looks import MODES, WIDTHS, english, grave
from tests.browser.test_walks import in_view

SLOW = 60_000
"""Milliseconds for a batch on a machine that has other work."""


def hand_in(page: Page, files: list[Path], mode: str = "") -> None:
    """Choose these files and send them."""
    page.goto(f"/?mode={mode}")
    page.get_by_label("年度报告文件").set_input_files(files)
    go(page.get_by_role("button", name="开始体检").first)
    expect(page.get_by_role("heading", name="各份报告", exact=True)).to_be_visible(timeout=SLOW)


def test_year_on_year_without_javascript(plain: Page, tmp_path: Path) -> None:
    hand_in(plain, two_years(tmp_path))
    paper = plain.locator("article.paper")
    expect(paper).to_have_count(1)
    expect(paper.get_by_role("heading", level=2)).to_have_text("临溪市司法局 2023年与2024年对照")
    expect(paper.locator(".point.error").first).to_contain_text("R701")
    expect(paper.locator(".chart svg").first).to_be_visible()
    assert "12" in paper.locator(".chart svg").first.text_content()  # type: ignore[operator]
    expect(paper.get_by_role("cell", name="+7").first).to_be_visible()
    expect(paper.locator("table.texts", has_text="已经改进")).to_contain_text("相同")


def test_a_city_and_its_bureaus_are_added_up_and_can_be_chosen_otherwise(plain: Page, tmp_path: Path) -> None:
    hand_in(plain, [*one_year(tmp_path), broken(tmp_path)])
    expect(plain.get_by_role("heading", name="1 个文件没有读出，其余照常体检")).to_be_visible()
    expect(plain.locator(".failed")).to_contain_text("坏.pdf")
    total = plain.locator("#rollup tr", has_text="“一、本年新收政府信息公开申请数量”行“总计”列")
    expect(total).to_contain_text("8")
    expect(plain.locator("#rollup .about")).to_contain_text("上级报告：临溪市人民政府2024年")
    plain.get_by_label("应当报送的机关").fill("临溪市司法局\n临溪市教育局")
    plain.get_by_label("上级机关的报告").select_option("没有上级报告")
    go(plain.get_by_role("button", name="汇总", exact=True))
    expect(plain.locator(".point.error").first).to_contain_text("临溪市教育局", timeout=SLOW)
    expect(plain.get_by_label("应当报送的机关")).to_have_value("临溪市司法局\n临溪市教育局")


def test_everything_in_one_archive_and_single_files(plain: Page, tmp_path: Path) -> None:
    hand_in(plain, two_years(tmp_path))
    with plain.expect_download() as taken:
        plain.get_by_role("button", name="下载全部").click()
    assert taken.value.suggested_filename == "年报体检结果.zip"
    names = zipfile.ZipFile(taken.value.path()).namelist()
    assert "02-临溪市司法局2024年/年度报告.docx" in names
    with plain.expect_download() as taken:
        plain.locator("article.paper").get_by_role("button", name="PDF").click()
    assert taken.value.suggested_filename == "临溪市司法局-2023年与2024年对照.pdf"
    plain.locator("details.entry summary").last.click()
    with plain.expect_download() as taken:
        plain.locator("details.entry").last.get_by_role("button", name="Excel").click()
    assert taken.value.suggested_filename == "临溪市司法局2024年年度报告.xlsx"


def test_one_report_leaves_in_every_format(plain: Page) -> None:
    plain.goto("/sample/minghu/")
    for name in ("网页", "PDF", "Word", "Excel", "JSON", "CSV"):
        with plain.expect_download() as taken:
            plain.locator(".saves").get_by_role("button", name=name).click()
        assert Path(taken.value.path()).stat().st_size > 1_000


def test_from_the_overview_to_a_report_that_is_folded(page: Page, tmp_path: Path) -> None:
    hand_in(page, two_years(tmp_path))
    page.get_by_role("link", name="2. 临溪市司法局2024年").click()
    page.wait_for_timeout(700)
    assert in_view(page, "#file2")


def test_keyboard_only(page: Page, tmp_path: Path) -> None:
    hand_in(page, two_years(tmp_path))
    page.locator("body").press("Tab")
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.textContent.trim()"))
        if seen[-1].startswith("1. 临溪市司法局2023年") and "html" in seen[-1]:
            break
    for words in ("下载全部（ZIP）", "PDF", "图中各项的数字", "对照这两份"):
        assert words in seen, words
    page.keyboard.press("Enter")
    expect(page.locator("details.entry").first).to_have_attribute("open", "")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"


def test_several_dropped_files_are_named_and_their_sum_is_weighed(page: Page) -> None:
    page.goto("/")
    drop = """sizes => { const d = new DataTransfer();
        sizes.forEach((size, n) => d.items.add(new File([new Uint8Array(size)], `报告${n + 1}.html`)));
        document.querySelector('[data-drop]').dispatchEvent(
            new DragEvent('drop', {dataTransfer: d, bubbles: true, cancelable: true})); }"""
    page.evaluate(drop, [10, 10, 10, 10])
    expect(page.get_by_text("已选好 4 个文件：报告1.html、报告2.html、报告3.html 等")).to_be_visible()
    page.evaluate(drop, [19 * 1024 * 1024] * 4)
    expect(page.get_by_text("合计超过 60 MB，请分几批提交。")).to_be_visible()
    page.get_by_role("button", name="开始体检").first.click()
    assert page.url.endswith("/")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("mode", MODES)
def test_looks(page: Page, tmp_path: Path, mode: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    hand_in(page, [*one_year(tmp_path), *two_years(tmp_path), broken(tmp_path)], mode)
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert grave(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert english(page.locator("main").inner_text()) == []
    chart = page.locator(".chart-box").first
    smallest = chart.evaluate("""e => Math.min(...[...e.querySelectorAll('text')].map(
        t => parseFloat(getComputedStyle(t).fontSize) * t.ownerSVGElement.getBoundingClientRect().width
             / t.ownerSVGElement.viewBox.baseVal.width))""")
    assert smallest >= 10.9, "words of a chart can be read"


def test_a_chart_follows_the_mode(page: Page, tmp_path: Path) -> None:
    hand_in(page, two_years(tmp_path))
    colour = "getComputedStyle(document.querySelector('.chart text')).fill"
    before = page.evaluate(colour)
    page.get_by_role("button", name="高对比度").click()
    assert page.evaluate(colour) == "rgb(255, 255, 255)" != before
