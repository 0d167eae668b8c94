"""公开的义务: what must be disclosed without being asked, by level of organ, and by when.

The items of art. 20 hold for every organ; art. 21 adds fields for cities and counties (with their
departments) and for townships. The periods are in ``parameters/publication_periods.toml``: working days, or
natural days that bind the organ and are not rolled over.

>>> len(items("province")), len(items("county")), len(items("township"))
(15, 22, 23)

Source: 政府信息公开条例 arts. 19–21, 26; 预算法 art. 14; 行政处罚法 arts. 48, 85; 行政许可法 art. 40.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.statute.parameters import value_on
from gongkai.statute.periods import natural_days
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotAllowed


@dataclass(frozen=True, slots=True)
class Item:
    """A statutory item: its article, the levels it binds, and the special periods that may apply to it."""

    key: str
    article: str
    words: str
    levels: tuple[str, ...]
    periods: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicationDue:
    """The last day to publish (or withdraw), and the working day to have it done by.

    ``mark`` tells how firmly the period is known; ``setting``: the organ may set another number of days.
    """

    what: str
    on: dt.date
    done_by: dt.date
    days: int
    unit: str
    from_day: str
    article: str
    mark: str
    setting: bool
    provisional: bool


@cache
def _source() -> dict[str, Any]:
    text = files("gongkai.statute").joinpath("duties.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def levels() -> tuple[str, ...]:
    """The levels of organs, from the state down."""
    return tuple(_source()["levels"])


@cache
def all_items() -> tuple[Item, ...]:
    """Every item of arts. 20 and 21."""
    return tuple(
        Item(
            one["key"],
            one["article"],
            one["words"],
            tuple(one.get("levels", levels())),
            tuple(one.get("periods", ())),
        )
        for one in _source()["item"]
    )


def items(level: str) -> tuple[Item, ...]:
    """What an organ of that level (a government or its departments) must disclose unasked.

    Raises :class:`NotAllowed` for a level that there is not.
    """
    if level not in levels():
        raise NotAllowed(
            f"没有“{level}”这个层级，请从下列层级中选择：{'、'.join(levels())}。", _source()["source"]
        )
    return tuple(item for item in all_items() if level in item.levels)


def publication_kinds(day: dt.date) -> Mapping[str, str]:
    """The kinds of publication that have a period on ``day``, each with its Chinese name."""
    return {key: data["name"] for key, data in value_on("publication_periods", day).content.items()}


def publish_by(what: str, since: dt.date, calendar: Calendar, *, days: int | None = None) -> PublicationDue:
    """By when something must be published (or taken down), counted from the day ``since``.

    ``days`` sets another number where the period is a setting. Raises :class:`NotAllowed` for an unknown
    kind, or where the number is fixed by law.
    """
    law = value_on("publication_periods", since)
    data = law.content.get(what)
    if data is None:
        known = "；".join(f"{key}（{name}）" for key, name in publication_kinds(since).items())
        raise NotAllowed(f"没有“{what}”这种公开期限，请从下列各项中选择：{known}。", law.article)
    if days is not None and not data.get("setting", False):
        raise NotAllowed(
            f"“{data['name']}”的期限由法律规定，不能自行设置，请去掉设置的天数。", data["article"]
        )
    count = days or data["days"]
    working = data["unit"] == "working_day"
    on = calendar.nth_after(since, count) if working else natural_days(since, count, calendar, roll=False)
    return PublicationDue(
        what=what,
        on=on,
        done_by=last_working_day(on, calendar),
        days=count,
        unit=data["unit"],
        from_day=data["from_day"],
        article=data["article"],
        mark=data["mark"],
        setting=data.get("setting", False),
        provisional=not calendar.known(on),
    )


def last_working_day(on: dt.date, calendar: Calendar) -> dt.date:
    """The day itself, or the last working day before it: when a duty that does not roll is to be done."""
    return calendar.at(calendar.rank(on))
