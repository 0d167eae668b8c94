"""The register of what was withheld: written when a reply leaves, and the day of the next look.

Source: 条例 art. 18; the interval is an option of the organ, its default the parameter ``reassessment``
(INFERRED).
"""

from __future__ import annotations

import datetime as dt

from gongkai.statute.periods import months
from gongkai.web.applications.cases import calendar_of
from gongkai.web.applications.models import Application
from gongkai.web.letters.models import Letter
from gongkai.web.replies.models import GROUNDS, Withheld
from gongkai.web.replies.options import months_between


def next_look(application: Application, day: dt.date) -> dt.date:
    """The day by which something withheld on that day is looked at (again)."""
    count = months_between(application.organ_id, day)
    return months(day, count, calendar_of(application), roll=False)


def keep_withheld(application: Application, letter: Letter, decision: str, on: dt.date) -> None:
    """Put a reply that withholds something on the register, once; any other reply is passed over."""
    if decision not in GROUNDS:
        return
    Withheld.objects.for_organ(application.organ_id).get_or_create(
        letter=letter,
        defaults={
            "organ": application.organ,
            "application": application,
            "ground": decision,
            "since": on,
            "first_on": next_look(application, on),
        },
    )
