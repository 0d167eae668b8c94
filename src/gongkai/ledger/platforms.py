"""平台建设: sites, accounts, gazette and reading points; what they posted, who came, when they were out.

The subject is one site or account. Posts, visits and issues add up over a year; followers are the last count
told; an outage lasts from its day to the day before service came back.

Source: 政府信息公开条例 arts. 23–25; 国办公开办函〔2019〕61号; law.md §2.2, §2.7.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from gongkai.ledger.entries import Entry


class Outlet(StrEnum):
    """What kind of place it is."""

    WEBSITE = "website"
    WECHAT = "wechat"
    WEIBO = "weibo"
    DOUYIN = "douyin"
    GAZETTE = "gazette"
    READING_POINT = "reading_point"
    ANOTHER = "another"


class Running(StrEnum):
    """What happened to it."""

    OPENED = "opened"
    SHUT = "shut"
    POSTED = "posted"
    VISITED = "visited"
    FOLLOWED = "followed"
    OUTAGE = "outage"
    RESTORED = "restored"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True)
class PlatformEntry(Entry):
    """One fact about one place; ``count`` are posts, visits or followers (0 is a count)."""

    running: Running
    outlet: Outlet | None = None
    count: int | None = None
    title: str | None = None
    of: int | None = None

    def __post_init__(self) -> None:
        """Refuse a count below nothing."""
        if self.count is not None and self.count < 0:
            raise ValueError(f"件数写成了{self.count}，不能小于零。")

    @property
    def takes_back(self) -> int | None:
        """The position named by a ``voided`` entry."""
        return self.of if self.running is Running.VOIDED else None


@dataclass(frozen=True, slots=True)
class PlatformYear:
    """One place over a period: kind, whether it runs at the end, sums, last followers, days of outage."""

    outlet: Outlet | None
    runs: bool
    posts: int
    visits: int
    followers: int | None
    outage_days: int


def fold_platform(entries: Iterable[PlatformEntry], first: date, last: date) -> PlatformYear:
    """One place from ``first`` to ``last``, both included; the entries stand and are in order."""
    outlet, runs, followers, out_since = None, False, None, None
    sums = {Running.POSTED: 0, Running.VISITED: 0}
    outage = 0
    for entry in entries:
        if entry.on > last:
            break
        running = entry.running
        outlet = entry.outlet or outlet
        if running in (Running.OPENED, Running.SHUT):
            runs = running is Running.OPENED
        elif running is Running.FOLLOWED:
            followers = entry.count
        elif running is Running.OUTAGE:
            out_since = out_since or entry.on
        elif running is Running.RESTORED and out_since:
            outage += _days(out_since, entry.on, first)
            out_since = None
        elif running in sums and entry.on >= first:
            sums[running] += entry.count or 0
    if out_since:
        outage += _days(out_since, last + timedelta(days=1), first)
    return PlatformYear(outlet, runs, sums[Running.POSTED], sums[Running.VISITED], followers, outage)


def _days(start: date, end: date, first: date) -> int:
    """Days in [start, end) that are not before ``first``."""
    return max(0, (end - max(start, first)).days)
