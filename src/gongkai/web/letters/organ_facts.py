"""What a letter tells of its organ, from the organ's own records: one function for all letters.

Names that hold on the day of the letter count, so that a letter of last year names last year's court.

Source: 条例 art. 12 (contact block); 行政复议法 arts. 22, 24–28; 行政诉讼法 arts. 14–18.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from gongkai.values.errors import NotAllowed, NotInForce
from gongkai.web.organs.models import DisclosureOffice, Organ, OrganRelation, RemedyBody
from gongkai.web.organs.telling import bodies_of


def organ_facts(organ: Organ, day: dt.date) -> dict[str, Any]:
    """The facts of the organ for a letter of that day; what is not on record is left out, not blank."""
    found: dict[str, Any] = {"organ": organ.name, "organ_kind": organ.kind}
    found |= _relations(organ, day) | _office(organ, day) | _remedies(organ, day)
    return {key: value for key, value in found.items() if value}


def _relations(organ: Organ, day: dt.date) -> dict[str, str]:
    rows = OrganRelation.objects.for_organ(organ).on(day).select_related("other")
    named = {row.kind: row.named for row in rows}
    return {key: named[key] for key in ("government", "superior") if key in named}


def _office(organ: Organ, day: dt.date) -> dict[str, str]:
    one = DisclosureOffice.objects.for_organ(organ).on(day).first()
    if one is None:
        return {}
    return {
        "office": one.name,
        "office_phone": one.phone,
        "office_address": one.letter_address or one.address,
        "office_postcode": one.postcode,
    }


def _remedies(organ: Organ, day: dt.date) -> dict[str, str]:
    bodies = {row.kind: row for row in RemedyBody.objects.for_organ(organ).on(day)}
    found = {}
    if body := bodies.get("reconsideration"):
        found = {"review_body": body.name, "review_channel": body.online}
    # A suit against some organs goes to the intermediate court (行政诉讼法 art. 15): the law's data say so.
    court = bodies.get("intermediate_court" if _intermediate(organ, day) else "court")
    return found | ({"court": court.name} if court else {})


def _intermediate(organ: Organ, day: dt.date) -> bool:
    try:
        return bodies_of(organ, day).intermediate_court
    except (NotAllowed, NotInForce):
        return False
