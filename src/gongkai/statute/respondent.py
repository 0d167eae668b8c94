"""被申请人、被告的期限: until when the organ answers in reconsideration and in court.

三日、五日、七日、十日 of the law on reconsideration are working days, other periods natural days that roll
over (行政复议法第八十八条). Cases about disclosure may go by the simple procedure.

>>> import datetime as dt
>>> from gongkai.statute.working_days import Calendar
>>> str(answer_by("simple", dt.date(2026, 2, 12), Calendar.national()).last_day)
'2026-02-26'

Source: 行政复议法 (2023) arts. 48, 53, 54, 62, 88; 行政诉讼法 art. 67.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from gongkai.statute.parameters import value_on
from gongkai.statute.remedies import Period, period
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotAllowed


def answer_by(procedure: str, received_on: dt.date, calendar: Calendar) -> Period:
    """The respondent's last day to answer, from the day it received the papers.

    ``procedure`` is ``ordinary`` or ``simple`` (reconsideration) or ``litigation``.
    """
    if procedure == "litigation":
        data = value_on("litigation", received_on).content["answering"]
    else:
        data = _by_procedure("answering", procedure, received_on)
    return period(received_on, data, calendar)


def decided_by(procedure: str, accepted_on: dt.date, calendar: Calendar, *, extended: bool = False) -> Period:
    """The last day for the decision on reconsideration.

    ``extended`` adds the longest extension, which only the ordinary procedure has.
    """
    data = dict(_by_procedure("deciding", procedure, accepted_on))
    if extended:
        if procedure != "ordinary":
            raise NotAllowed("适用简易程序的行政复议不能延长审理期限。", str(data["article"]))
        data["days"] += _by_procedure("deciding", "ordinary_extension", accepted_on)["days"]
    return period(accepted_on, data, calendar)


def _by_procedure(what: str, procedure: str, day: dt.date) -> Mapping[str, Any]:
    law = value_on("reconsideration", day)
    found: Mapping[str, Any] | None = law.content[what].get(procedure)
    if found is None:
        raise NotAllowed(
            f"没有“{procedure}”这种程序，请写 ordinary（普通程序）、simple（简易程序）"
            "或者 litigation（行政诉讼）。",
            law.article,
        )
    return found
