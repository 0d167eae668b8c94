"""Dated values: the latest one that has begun, no end dates, no fallback."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.statute.parameters import load, parameter, value_on
from gongkai.values.errors import FormError, NotInForce
from tests.house.tree import SRC

TEXT = """
id = "sample"
title = "示例参数"
[[value]]
from = 2020-01-01
article = "示例第一条"
days = 15
[[value]]
from = {second}
article = "示例第二条"
days = 20
[verified]
on = 2026-11-21
"""


def test_the_latest_value_that_has_begun_holds() -> None:
    sample = load(TEXT.format(second="2022-05-01"))
    assert sample.on(dt.date(2022, 4, 30)).content == {"days": 15}
    assert sample.on(dt.date(2022, 5, 1)).content == {"days": 20}
    assert sample.on(dt.date(2022, 5, 1)).article == "示例第二条"


def test_before_the_first_day_nothing_holds() -> None:
    sample = load(TEXT.format(second="2022-05-01"))
    assert sample.on(dt.date(2020, 1, 1)).content == {"days": 15}
    with pytest.raises(NotInForce, match=r"示例参数.*2020年1月1日.*2019年12月31日"):
        sample.on(dt.date(2019, 12, 31))


@pytest.mark.parametrize("second", ["2020-01-01", "2019-01-01"])
def test_control_dates_that_do_not_rise_are_refused(second: str) -> None:
    with pytest.raises(FormError, match="do not rise"):
        load(TEXT.format(second=second))


def test_every_parameter_file_loads_under_its_own_name() -> None:
    names = [path.stem for path in SRC.rglob("statute/parameters/*.toml")]
    assert names
    for name in names:
        one = parameter(name)
        assert one.id == name
        assert all(value.article for value in one.values)


def test_an_unknown_parameter_is_an_error() -> None:
    with pytest.raises(FormError, match="nonsense"):
        value_on("nonsense", dt.date(2025, 1, 1))
