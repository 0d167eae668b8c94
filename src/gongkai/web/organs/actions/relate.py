"""Naming an organ to which one stands in a relation; quietly tied to the one of that code, where
there is one here.
"""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError

from gongkai.web.organs.actions.dated import begin
from gongkai.web.organs.models import Organ, OrganRelation
from gongkai.web.rights.actor import Actor


def relate(actor: Actor, row: OrganRelation, now: dt.datetime) -> OrganRelation:
    """Add a relation in place of the one of the same kind.

    The code that was filled in is kept and shown as it is, whether or not there is such an organ in this
    installation: the
    page must not tell who else uses it. Raises ``ValidationError``, ``Forbidden``.
    """
    actor.require("organs.edit", row.organ_id)
    if row.other_code and row.other_code == row.organ.code:
        raise ValidationError({"other_code": "机关不能是自己的主管部门、上级或者本级政府。"})
    row.other = Organ.objects.filter(code=row.other_code).first() if row.other_code else None
    return begin(actor, row, now, instead_of={"kind": row.kind})
