"""The page of the calculator: the day, its account, what is doubtful and what is provisional."""

from __future__ import annotations

import pytest

from tests.web.applying.citizens import nobody


def page(query: str) -> tuple[int, str]:
    answer = nobody().get(f"/deadline/?{query}")
    return answer.status_code, answer.content.decode()


def test_the_day_and_every_day_before_it(db: None) -> None:
    assert nobody().get("/deadline/").status_code == 200
    status, body = page("received=2026-09-18&extended_on=2026-10-09&extended_days=20")
    assert status == 200
    assert "2026年11月19日" in body
    assert "国庆" in body
    assert body.count('class="counts"') > 60
    assert "暂定" not in body


def test_provisional_years_and_doubtful_readings_are_said(db: None) -> None:
    assert "暂定" in page("received=2027-12-20")[1]
    assert "本系统的理解" in page("received=2026-03-01")[1]


def test_what_cannot_be_counted(db: None) -> None:
    for query, words in (
        ("received=", "请填写这一项"),
        ("received=2001-01-01", "这一天太早"),
        ("received=2008-06-02", "这一天太早"),
        ("received=9999-01-01", "核对日期"),
        ("received=2026-03-02&extended_on=2026-03-09&extended_days=99", "《"),
        ("received=2026-03-02&corrected_on=2026-03-09", "发出补正告知书的日期"),
    ):
        status, body = page(query)
        assert status == 400, query
        assert words in body
        assert "答复的最后一日：" not in body


def test_waiting_stops_the_clock(db: None) -> None:
    status, body = page("received=2026-03-02&notice_on=2026-03-05")
    assert status == 200
    assert "期限停止计算" in body


@pytest.mark.django_db
def test_a_region_with_holidays_of_its_own() -> None:
    """law.md T27: 宁夏 gave 2021-05-13 and 05-14 off; anywhere else they count."""
    page = nobody().get("/deadline/").content.decode()
    assert "全国" in page
    assert "宁夏" in page
    for region, last in (("", "2021年6月2日"), ("640000", "2021年6月4日")):
        answer = nobody().get("/deadline/", {"received": "2021-05-06", "region": region})
        assert answer.status_code == 200
        assert last in answer.content.decode()
    assert nobody().get("/deadline/", {"received": "2021-05-06", "region": "999999"}).status_code == 400
