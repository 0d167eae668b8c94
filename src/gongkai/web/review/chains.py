"""Which chain holds for a kind of content in an organ on a day."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from gongkai.web.review.core.chain import DEFAULT, Chain
from gongkai.web.review.core.notation import chain_from
from gongkai.web.review.models import ReviewChain


def row_for(organ_id: UUID, kind: str, day: dt.date) -> ReviewChain | None:
    """The chain that the organ has set; None where it has set none."""
    rows = ReviewChain.objects.for_organ(organ_id).on(day).filter(kind=kind)
    found: ReviewChain | None = rows.order_by("-since", "-set_at").first()
    return found


def chain_of(row: ReviewChain) -> Chain:
    """The chain of a row."""
    return chain_from(
        {"steps": row.steps, "secrecy_roles": row.secrecy_roles, "chase_after": row.chase_after}
    )


def chain_for(organ_id: UUID, kind: str, day: dt.date) -> Chain:
    """The chain by which a content of that kind would be reviewed if it were submitted on that day."""
    row = row_for(organ_id, kind, day)
    return chain_of(row) if row else DEFAULT
