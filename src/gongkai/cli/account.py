"""The day-by-day account of a date as a person prints and files it, and as JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from gongkai.cli.folding import columns
from gongkai.values.dates import day_words, with_weekday

if TYPE_CHECKING:
    from gongkai.statute.account import Step
    from gongkai.statute.working_days import Calendar

PROVISIONAL = "暂定：要用到的放假安排通知尚未载入，通知发布后应当重新计算。"


def day_or_dash(day: dt.date | None) -> str:
    """A date with its weekday, as ``2026年3月19日（星期四）``; a dash where there is none."""
    return "——" if day is None else with_weekday(day)


def as_objects(steps: Iterable[Step]) -> list[dict[str, Any]]:
    """The account for JSON."""
    return [{"on": step.on.isoformat(), "counts": step.counts, "why": step.why} for step in steps]


def table(steps: Iterable[Step]) -> Iterator[str]:
    """The account as lines: day, whether it counts, why."""
    steps = list(steps)
    if not steps:
        return
    yield "逐日计算："
    yield f"  {padded('日期', 16)}{padded('计入', 6)}说明"
    for step in steps:
        yield f"  {padded(day_words(step.on), 16)}{padded('是' if step.counts else '否', 6)}{step.why}"


def padded(text: str, width: int) -> str:
    """The text with blanks after it up to a width in columns."""
    return text + " " * max(0, width - columns(text))


def calendar_for(region: str | None, notices: Iterable[str]) -> Calendar:
    """The national calendar with a region's days and with further notices from files.

    Raises :class:`FileError` for a file that cannot be read, :class:`NotAllowed` for one that is no notice.
    """
    from gongkai.cli.case_file import text_of  # noqa: PLC0415
    from gongkai.statute.holiday_notices import read  # noqa: PLC0415
    from gongkai.statute.working_days import Calendar  # noqa: PLC0415

    calendar = Calendar.national()
    if region is not None:
        calendar = calendar.with_region(region)
    for name in notices:
        calendar = calendar.with_notice(read(text_of(name)))
    return calendar


def moved_words(name: str, before: dt.date, after: dt.date) -> str:
    """One line on a date that the notices from files moved."""
    return f"载入通知后变动：{name}由{day_or_dash(before)}变为{day_or_dash(after)}"


def region_notes(calendar: Calendar, days: Iterable[dt.date | None]) -> list[str]:
    """What a person must know of the region's own days: years whose local notice is not here."""
    if calendar.region is None:
        return []
    years = sorted({day.year for day in days if day is not None and not calendar.region_known(day)})
    name = calendar.region.name
    return [f"{name}{year}年的地方放假安排尚未载入，地方另有放假的，日期还会推后。" for year in years]
