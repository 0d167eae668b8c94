"""Which text and which settings hold for an organ: its own where it has them, else the shipped ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from gongkai.values.errors import NotAllowed
from gongkai.web.notices.kinds import Kind, kind
from gongkai.web.notices.models import Delivery, Pattern
from gongkai.web.organs.models import Organ
from gongkai.web.workdays.door import calendar_for

SATURDAY = 6


def texts_of(organ: Organ, key: str) -> tuple[Kind, str, str]:
    """The kind, and the title and text that hold for it in this organ."""
    one = kind(key)
    own = Pattern.objects.for_organ(organ).filter(kind=key).first()
    return (one, own.title, own.text) if own else (one, one.title, one.text)


def delivery_of(organ: Organ) -> Delivery:
    """The organ's settings; a row of defaults, not saved, where it has none."""
    return Delivery.objects.for_organ(organ).first() or Delivery(organ=organ)


def working_days_of(organ: Organ) -> Callable[[dt.date], bool]:
    """Whether a day is a working day where the organ is; beyond the calendar, Monday to Friday."""
    calendar = calendar_for(organ.region)

    def is_working(day: dt.date) -> bool:
        try:
            return calendar.is_working(day)
        except NotAllowed:
            return day.isoweekday() < SATURDAY

    return is_working
