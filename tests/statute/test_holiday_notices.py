"""The notices as data: every year there, numbered where known, and faults in a file named."""

from __future__ import annotations

import datetime as dt
import re
import tomllib

import pytest

from gongkai.statute.holiday_notices import read, region_of, regions, shipped
from gongkai.values.errors import NotAllowed
from tests.house.tree import SRC

GOOD = """
year = 2027
title = "2027年的示例安排"
[[festival]]
name = "元旦"
off = [2027-01-01, 2027-01-02]
on = [2026-12-27]
"""


def test_every_year_has_its_notice() -> None:
    assert [one.year for one in shipped()] == list(range(2007, 2027))
    assert all(one.region is None for one in shipped())
    assert [one.year for one in shipped() if one.number is None] == [2007]
    assert all(re.fullmatch(r"国办发明电〔\d{4}〕\d+号", one.number) for one in shipped() if one.number)
    assert all(f"〔{one.year - 1}〕" in one.number for one in shipped() if one.number)


def test_a_day_worked_is_a_weekend_and_no_day_is_named_twice_over() -> None:
    for one in shipped():
        on = [day for festival in one.festivals for day in festival.on]
        assert [day for day in on if day.isoweekday() < 6] == []
        assert len(on) == len(set(on))


def test_every_file_bears_an_honest_stamp() -> None:
    paths = [*SRC.glob("statute/holidays/*.toml"), *SRC.glob("statute/holidays/regions/*.toml")]
    assert len(paths) > 20
    tomorrow = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1)
    for path in paths:
        stamp = tomllib.loads(path.read_text(encoding="utf-8"))["verified"]
        assert stamp["on"] <= tomorrow
        assert stamp["mark"] in ("VERIFIED", "VERIFIED-2nd")


def test_regions() -> None:
    assert [one.code for one in regions()] == ["450000", "640000", "650000"]
    found = region_of("640104")
    assert found is not None
    assert found.name == "宁夏回族自治区"
    assert region_of("650000") is not None
    assert region_of("410000") is None


@pytest.mark.parametrize("code", ["64", "64000a", "6400000", "宁夏", "６４００００"])
def test_what_is_no_division_code_is_refused(code: str) -> None:
    with pytest.raises(NotAllowed, match="行政区划代码"):
        region_of(code)


def test_a_notice_from_a_file() -> None:
    one = read(GOOD)
    assert (one.year, one.number, one.festivals[0].on) == (2027, None, (dt.date(2026, 12, 27),))


@pytest.mark.parametrize(("old", "new", "why"), [
    ("year = 2027", "", "缺少年份"),
    ("year = 2027", "year = '2027'", "缺少年份"),
    ('title = "2027年的示例安排"', "", "标题"),
    ("[2026-12-27]", "[2027-01-01]", "2027年1月1日既写成放假，又写成上班"),
    ("[2026-12-27]", '["2026-12-27"]', "不是日期"),
    ("[2026-12-27]", "[2029-12-27]", "不在2027年前后"),
    ('name = "元旦"', "", "没有写名称"),
    ("[[festival]]", "[[other]]", "没有写放假安排"),
    ("year = 2027", "year =", "TOML"),
])  # fmt: skip
def test_control_a_fault_is_named(old: str, new: str, why: str) -> None:
    with pytest.raises(NotAllowed, match=why) as error:
        read(GOOD.replace(old, new))
    assert "对照通知原文改正" in error.value.sentence
