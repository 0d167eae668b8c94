"""节假日安排通知: which days are off and which weekend days are worked, as each notice says.

One file a year under ``holidays/`` holds the State Council's notice; ``holidays/regions/<code>.toml``
holds what a minority region adds for itself (《全国年节及纪念日放假办法》第四条). A notice that came
later is read by :func:`read` from the same form: ``year``, ``title``, ``[[festival]]`` with ``name``,
``off`` and ``on``, and ``region`` where it is a region's.

>>> [notice.year for notice in shipped()][-1]
2026

Source: the notices named in the files; each file says whether the notice itself was seen.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.values.dates import day_words
from gongkai.values.errors import NotAllowed
from gongkai.values.syntax import fault_words

ARTICLE = "《全国年节及纪念日放假办法》"
REGION_ARTICLE = f"{ARTICLE}第四条"


@dataclass(frozen=True, slots=True)
class Festival:
    """One holiday of a notice: its name, its days off, and the weekend days worked for it."""

    name: str
    off: tuple[dt.date, ...]
    on: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """The arrangement of one year, of the nation or (``region``) of one region.

    ``number`` is the number of the document where it is known.
    """

    year: int
    title: str
    festivals: tuple[Festival, ...]
    number: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A region that adds days of its own: its code, name, and the notices known, by year."""

    code: str
    name: str
    notices: tuple[Notice, ...]


def read(text: str) -> Notice:
    """A notice from the text of its file; raises :class:`NotAllowed` saying what is wrong with it."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _unusable(f"文件不是规范的TOML文本（{fault_words(error)}）") from None
    return _notice(data)


@cache
def shipped() -> tuple[Notice, ...]:
    """The national notices that come with the package, by year."""
    home = files("gongkai.statute").joinpath("holidays")
    names = sorted(entry.name for entry in home.iterdir() if entry.name.endswith(".toml"))
    return tuple(read(home.joinpath(name).read_text(encoding="utf-8")) for name in names)


@cache
def regions() -> tuple[Region, ...]:
    """The regions that come with the package, by code."""
    home = files("gongkai.statute").joinpath("holidays", "regions")
    names = sorted(entry.name for entry in home.iterdir() if entry.name.endswith(".toml"))
    found = []
    for name in names:
        data = tomllib.loads(home.joinpath(name).read_text(encoding="utf-8"))
        notices = tuple(_notice({**one, "region": data["code"]}) for one in data["notice"])
        found.append(Region(data["code"], data["name"], notices))
    return tuple(found)


def region_of(code: str) -> Region | None:
    """The region in which the place with that division code lies (``640104`` lies in ``640000``).

    None where the place has no days of its own; raises :class:`NotAllowed` for what is no division code.
    """
    digits = len("640000")
    if len(code) != digits or not (code.isascii() and code.isdigit()):
        raise NotAllowed(
            f"“{code}”不是行政区划代码：应为{digits}位数字，例如宁夏回族自治区为640000。", REGION_ARTICLE
        )
    for region in regions():
        if code.startswith(region.code.rstrip("0")):
            return region
    return None


def _notice(data: Mapping[str, Any]) -> Notice:
    year, title = data.get("year"), data.get("title")
    if type(year) is not int or not isinstance(title, str):
        raise _unusable("缺少年份（year）或者标题（title）")
    festivals = tuple(_festival(one, year) for one in data.get("festival", ()))
    if not festivals:
        raise _unusable("没有写放假安排（festival）")
    off = {day for festival in festivals for day in festival.off}
    for day in (day for festival in festivals for day in festival.on):
        if day in off:
            raise _unusable(f"{day_words(day)}既写成放假，又写成上班")
    return Notice(year, title, festivals, data.get("number"), data.get("region"))


def _festival(data: Mapping[str, Any], year: int) -> Festival:
    name = data.get("name")
    if not isinstance(name, str):
        raise _unusable("有一个节日没有写名称（name）")
    for key in ("off", "on"):
        for day in data.get(key, ()):
            if type(day) is not dt.date:
                raise _unusable(f"节日“{name}”的“{day}”不是日期，应写成 {year}-01-01 的样子")
            if day.year not in (year - 1, year, year + 1):
                raise _unusable(f"节日“{name}”的{day_words(day)}不在{year}年前后")
    return Festival(name, tuple(data.get("off", ())), tuple(data.get("on", ())))


def _unusable(why: str) -> NotAllowed:
    return NotAllowed(f"这份节假日安排不能用：{why}。请对照通知原文改正后再载入。", ARTICLE)
