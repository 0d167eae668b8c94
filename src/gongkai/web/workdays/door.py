"""The door to the core: the calendar of an organ from the shipped notices and the imported ones."""

from __future__ import annotations

from functools import lru_cache

from gongkai.statute.holiday_notices import Notice, read
from gongkai.statute.working_days import Calendar
from gongkai.web.workdays.models import HolidayNotice


def notices() -> list[Notice]:
    """The imported notices in the order of their import."""
    return [read(text) for text in HolidayNotice.objects.values_list("text", flat=True)]


def calendar_for(region: str = "") -> Calendar:
    """The calendar of a place (an organ's division code; "" for the nation), as far as is known now.

    Laid out anew only when a notice has been imported.
    """
    texts = HolidayNotice.objects.values_list("text", flat=True)
    return _laid_out(tuple(texts), region)


def with_notices(notices: list[Notice], region: str = "") -> Calendar:
    """The calendar of a place under these notices beside the shipped ones; a region's own count
    there alone.
    """
    calendar = Calendar.national()
    if region:
        calendar = calendar.with_region(region)
    mine = calendar.region.code if calendar.region else None
    for notice in notices:
        if notice.region is None or notice.region == mine:
            calendar = calendar.with_notice(notice)
    return calendar


@lru_cache(maxsize=64)
def _laid_out(texts: tuple[str, ...], region: str) -> Calendar:
    return with_notices([read(text) for text in texts], region)
