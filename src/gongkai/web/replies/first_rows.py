"""What the form of a paper begins with: rows that the case can fill in part and the clerk completes.

The list for proactive publication (F03) and the list of the file (F04); how many pages a thing has and where
it is published nobody but the clerk can tell.

Source: 条例 arts. 44, 45.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from gongkai.web.applications.cases import state_of
from gongkai.web.applications.kin import same_applicant, same_matter
from gongkai.web.applications.models import Application
from gongkai.web.replies.contents import contents
from gongkai.web.replies.models import Archive
from gongkai.web.replies.secrecy import latest_review

LISTED = ("title", "number", "maker")
"""What the list of the file takes over as it stands in the archive."""


def first_rows(application: Application, kind: str, day: dt.date) -> dict[str, Any]:
    """The first values of the facts of that paper; none for any other document."""
    if kind == "F03":
        return {"moved_records": [_moved(application, day)], "moved_on": day}
    if kind == "F04":
        return {"files": files(application, day)}
    return {}


def files(application: Application, day: dt.date) -> list[dict[str, Any]]:
    """What lies in the file: as it was archived, before that as it stands; the pages are left to be typed."""
    row = Archive.objects.for_organ(application.organ_id).filter(application=application).first()
    listed = row.listed if row else contents(state_of(application, day))
    return [
        {name: one[name] for name in LISTED if one.get(name)} | {"on": dt.date.fromisoformat(one["on"])}
        for one in listed
    ]


def _moved(application: Application, day: dt.date) -> dict[str, Any]:
    """What was asked for, how many people asked for the same, and when its secrecy was reviewed."""
    act = latest_review(state_of(application, day))
    mine = {one.standing.application_id for one in same_applicant(application)}
    others = [one for one in same_matter(application) if one.sure and one.standing.application_id not in mine]
    row = {
        "title": application.record_name or application.matter,
        "number": application.record_ref,
        "applications": 1 + len(others),
        "reviewed_on": (act.paper.signed_on if act.paper else act.on) if act else None,
    }
    return {name: value for name, value in row.items() if value}
