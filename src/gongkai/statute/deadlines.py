"""年度报告时限: until when an organ must have published its annual report.

Departments (县级以上人民政府部门) submit and publish by the end of January; the competent departments publish
the reports of local governments by the end of March of the year after. The days stand in
``parameters/annual_report_deadline.toml``. Kinds that the article does not speak of have no deadline here.

>>> str(report_deadline("department", 2024).on)
'2025-01-31'

The deadline does not move off a rest day; with a calendar, :func:`report_deadline` also gives the working
day by which to publish, which may lie well before a holiday (point A17, ``report.roll``).

>>> from gongkai.statute.working_days import Calendar
>>> str(report_deadline("department", 2024, Calendar.national()).warn_on)  # the 31st lay in a festival
'2025-01-27'

Source: 《中华人民共和国政府信息公开条例》（国务院令第711号）第四十九条.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gongkai.statute.duties import last_working_day
from gongkai.statute.parameters import value_on
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotInForce


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day in time, its article, and whether the article itself names this kind of organ.

    ``warn_on`` is the last working day that is not after it (None where no calendar was given);
    ``provisional`` tells that the calendar does not know that year's notice yet.
    """

    on: dt.date
    article: str
    verified: bool
    warn_on: dt.date | None = None
    provisional: bool = False


def report_deadline(
    organ_kind: str | None,
    report_year: int,
    calendar: Calendar | None = None,
    settings: Settings | None = None,
) -> Deadline | None:
    """The deadline of the report about ``report_year``.

    What holds on the first day of the year after decides. None for a kind of organ that the law leaves open
    (township, delegated, other, unknown) and for years before the article was in force. Without a calendar
    there is no day to warn for, and nothing rolls.
    """
    try:
        value = value_on("annual_report_deadline", dt.date(report_year + 1, 1, 1))
    except NotInForce:
        return None
    last_day = value.content["last_day"].get(organ_kind)
    if last_day is None:
        return None
    on = dt.date(report_year + 1, last_day["month"], last_day["day"])
    if calendar is None:
        return Deadline(on, value.article, last_day["verified"])
    if (settings or Settings.default()).of("report.roll"):
        on = calendar.roll_forward(on)
    return Deadline(
        on, value.article, last_day["verified"], last_working_day(on, calendar), not calendar.known(on)
    )
