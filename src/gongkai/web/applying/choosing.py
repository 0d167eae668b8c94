"""The organs that a citizen can choose from, and what each tells of itself: all of it public by law.

Source: 条例 arts. 4, 10, 12.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from gongkai.web.organs.models import Organ, OrganRelation
from gongkai.web.organs.telling import contact_of


def organs(asked: str = "") -> list[Organ]:
    """Every organ of this installation, those whose name holds the words asked for."""
    rows = Organ.objects.order_by("code")
    words = asked.split()
    for word in words:
        rows = rows.filter(name__contains=word)
    return list(rows)


def organ_of(code: str) -> Organ | None:
    """The organ with that code; None where there is none."""
    found: Organ | None = Organ.objects.filter(code=code).first()
    return found


def guide_of(organ: Organ, day: dt.date) -> dict[str, Any]:
    """What the guide before filing tells: how to reach the organ, where it publishes, whom it reports to."""
    relations = OrganRelation.objects.for_organ(organ).on(day).select_related("other")
    return {
        "contact": contact_of(organ, day),
        "related": [row for row in relations if row.other_id or row.name],
        "others": [one for one in organs() if one.pk != organ.pk][:12],
    }
