"""年度报告时限: until when an organ must have published its annual report.

Departments (县级以上人民政府部门) submit and publish by the end of January; the competent departments publish
the reports of local governments by the end of March of the year after. The days stand in
``parameters/annual_report_deadline.toml``. Kinds that the article does not speak of have no deadline here.

>>> str(report_deadline("department", 2024).on)
'2025-01-31'

Source: 《中华人民共和国政府信息公开条例》（国务院令第711号）第四十九条.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gongkai.statute.parameters import value_on
from gongkai.values.errors import NotInForce


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day in time, its article, and whether the article itself names this kind of organ."""

    on: dt.date
    article: str
    verified: bool


def report_deadline(organ_kind: str | None, report_year: int) -> Deadline | None:
    """The deadline of the report about ``report_year``.

    What holds on the first day of the year after decides. None for a kind of organ that the law leaves open
    (township, delegated, other, unknown) and for years before the article was in force.
    """
    try:
        value = value_on("annual_report_deadline", dt.date(report_year + 1, 1, 1))
    except NotInForce:
        return None
    last_day = value.content["last_day"].get(organ_kind)
    if last_day is None:
        return None
    on = dt.date(report_year + 1, last_day["month"], last_day["day"])
    return Deadline(on, value.article, last_day["verified"])
