"""Whose report of which year: titles of every make, the kind of an organ by its name, dates of two kinds."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.report.document import Place
from gongkai.report.reader.headings import Piece
from gongkai.report.reader.identity import Identity, identify, organ_kind
from gongkai.report.reader.outline import chapters
from gongkai.tables.form import form

TITLES = [c.label for c in form("2021").chapters]
REPORT = "政府信息公开工作年度报告"


def identity(*texts: str, title: str | None = None, published: str | None = None) -> Identity:
    pieces = [Piece(t, Place(line=i + 1)) for i, t in enumerate(texts)]
    preamble, found = chapters(pieces, "2021")
    return identify(pieces, preamble, found, title, published)


def signed(*last: str, year: int = 2024) -> date | None:
    return identity(f"松风县水务局{year}年{REPORT}", TITLES[0], "正文。", TITLES[5], "无。", *last).dated_on


@pytest.mark.parametrize(
    ("organ", "kind"),
    [
        ("松风县人民政府", "government"),
        ("云岭省人民政府", "government"),
        ("石桥镇人民政府", "township"),
        ("青榆乡人民政府", "township"),
        ("望溪区东门街道办事处", "township"),
        ("松风县司法局", "justice"),
        ("云岭省司法厅", "justice"),
        ("松风县水务局", "department"),
        ("云岭省财政厅", "department"),
        ("松风县教育委员会", "department"),
        ("国家税务总局松风县税务局", "vertical"),
        ("云岭海关", "vertical"),
        ("松风县气象局", "vertical"),
        ("松风大学", "delegated"),
        ("松风高新区管理委员会", "other"),
        ("松风经济技术开发区管委会", "other"),
        ("松风书屋", None),
        ("", None),
        (None, None),
    ],
)
def test_the_kind_of_an_organ(organ: str | None, kind: str | None) -> None:
    assert organ_kind(organ) == kind


@pytest.mark.parametrize(
    ("lines", "organ", "year"),
    [
        ((f"松风县水务局2024年{REPORT}",), "松风县水务局", 2024),
        ((f"2024年松风县水务局{REPORT}",), "松风县水务局", 2024),
        ((f"松风县水务局2024年度{REPORT}",), "松风县水务局", 2024),
        ((f"2024年度松风县水务局{REPORT}",), "松风县水务局", 2024),
        (("松风县水务局", f"2024年{REPORT}"), "松风县水务局", 2024),
        ((f"松风县水务局 2024 年 {REPORT}",), "松风县水务局", 2024),
        ((f"松风县水务局二〇二四年{REPORT}",), "松风县水务局", 2024),
        ((f"松风县水务局二○二〇年{REPORT}",), "松风县水务局", 2020),
        ((f"# 松风县水务局2024年{REPORT}",), "松风县水务局", 2024),
        (("松风县水务局2024年政府信息公开年报",), "松风县水务局", 2024),
        (("首页 > 年报", "导航", f"松风县水务局2024年{REPORT}"), "松风县水务局", 2024),
        ((f"现公布《松风县水务局2024年{REPORT}》，请予监督。",), "松风县水务局", 2024),
    ],
)
def test_titles_of_every_make(lines: tuple[str, ...], organ: str, year: int) -> None:
    got = identity(*lines, "正文。")
    assert (got.organ, got.year) == (organ, year)
    assert got.organ_kind == "department"
    assert got.title


def test_the_title_of_the_page_helps_where_the_text_has_none() -> None:
    got = identity("正文。", title=f"松风县水务局2024年{REPORT}")
    assert (got.organ, got.year) == ("松风县水务局", 2024)


def test_the_text_goes_before_the_title_of_the_page() -> None:
    got = identity(f"松风县水务局2024年{REPORT}", title=f"青榆县水务局2019年{REPORT}")
    assert (got.organ, got.year) == ("松风县水务局", 2024)


def test_nothing_told_is_none() -> None:
    assert identity() == Identity(None, None, None, None, None, None)
    assert identity("今年的天气很好。") == Identity(None, None, None, None, None, None)


def test_the_law_in_the_preamble_is_no_title() -> None:
    got = identity(
        "根据《中华人民共和国政府信息公开条例》和《关于印发政府信息公开工作年度报告格式的通知》要求，编制本报告。",
        TITLES[0],
        "2024年，我局做好各项工作。",
    )
    assert got.organ is None
    assert got.year == 2024


def test_the_year_of_the_period_without_a_title() -> None:
    assert identity("统计期限为2024年1月1日至2024年12月31日。2025年改进。2025年继续。").year == 2024


@pytest.mark.parametrize(
    ("last", "day"),
    [
        (("松风县水务局", "2025年1月20日"), date(2025, 1, 20)),
        (("松风县水务局", "2025 年 1 月 20 日"), date(2025, 1, 20)),
        (("松风县水务局2025年1月20日",), date(2025, 1, 20)),
        (("松风县水务局", "二〇二五年一月二十日"), date(2025, 1, 20)),
        (("松风县水务局", "二○二五年一月二十三日"), date(2025, 1, 23)),
        (("松风县水务局", "二〇二五年十月十日"), date(2025, 10, 10)),
        (("松风县水务局", "二〇二五年十二月三十一日"), date(2025, 12, 31)),
        (("松风县水务局", "二〇二五年十一月十五日"), date(2025, 11, 15)),
        (("2025年1月20日", "松风县水务局"), date(2025, 1, 20)),
    ],
)
def test_the_date_under_the_signature(last: tuple[str, ...], day: date) -> None:
    assert signed(*last) == day


@pytest.mark.parametrize(
    "last",
    [
        "统计时间从2024年1月1日至2024年12月31日。",
        "截至2025年1月5日，共有三项工作待办。",
        "2023年1月20日",
        "2025年2月30日",
        "2025年13月1日",
        "本报告电子版可在网站下载。",
    ],
)
def test_other_dates_are_not_the_signature(last: str) -> None:
    """Periods, dates inside sentences, before the year of the report, and days that do not exist."""
    assert signed(last) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("发布时间：2025-01-21 来源：松风县水务局", date(2025, 1, 21)),
        ("发布日期: 2025/01/21", date(2025, 1, 21)),
        ("公开日期：2025年1月21日", date(2025, 1, 21)),
        ("浏览次数：2025", None),
    ],
)
def test_the_day_of_publication_on_the_page(line: str, day: date | None) -> None:
    assert identity(f"松风县水务局2024年{REPORT}", line, "正文。").published_on == day


def test_what_the_file_states_goes_before_the_page() -> None:
    got = identity("发布时间：2025-01-21", published="2025-01-19T08:30:00+08:00")
    assert got.published_on == date(2025, 1, 19)
    assert identity(published="不明").published_on is None


@settings(deadline=None)
@given(st.integers(2010, 2039), st.integers(1, 12), st.integers(1, 28))
def test_chinese_and_western_numerals_tell_the_same_day(year: int, month: int, day: int) -> None:
    def han(n: int) -> str:
        digits = "〇一二三四五六七八九"
        tens, ones = divmod(n, 10)
        return ("" if tens == 0 else "十" if tens == 1 else digits[tens] + "十") + (
            digits[ones] if ones else ""
        )

    written = "".join("〇一二三四五六七八九"[int(c)] for c in str(year))
    in_han = f"{written}年{han(month)}月{han(day)}日"
    assert signed("松风县水务局", in_han, year=year) == date(year, month, day)
    assert signed("松风县水务局", f"{year}年{month}月{day}日", year=year) == date(year, month, day)


@settings(deadline=None)
@given(
    st.lists(st.text(max_size=40), max_size=6),
    st.none() | st.text(max_size=20),
    st.none() | st.text(max_size=20),
)
def test_any_text_has_an_identity_or_none(lines: list[str], title: str | None, published: str | None) -> None:
    got = identity(*lines, title=title, published=published)
    assert (got.organ is None) == (got.title is None)
    assert got.year is None or 1000 <= got.year <= 2999
