"""Which chain holds for a kind of content, or one sort of it, in an organ on a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from gongkai.web.review.core.chain import DEFAULT, Chain
from gongkai.web.review.core.notation import chain_from
from gongkai.web.review.core.state import Review
from gongkai.web.review.kinds import kind as kind_of
from gongkai.web.review.models import ReviewChain
from gongkai.web.rights.roles import roles

OUTGROWN = "这一件送审时按较少的环节办理，现在的内容（例如随附了文件）不能再按它办理。请撤回后重新送审。"


@dataclass(frozen=True, slots=True)
class Holding:
    """A chain, the sort whose own it is (empty for that of the kind), and why it does not do ("" where it
    does: what was set before may lack what is demanded now).
    """

    chain: Chain
    sort: str
    problem: str


def row_for(organ_id: UUID, kind: str, day: dt.date, sort: str = "") -> ReviewChain | None:
    """What the organ has set, for the kind or for that sort of it; None where it has set nothing."""
    rows = ReviewChain.objects.for_organ(organ_id).on(day).filter(kind=kind, sort=sort)
    found: ReviewChain | None = rows.order_by("-since", "-set_at").first()
    return found


def chain_of(row: ReviewChain) -> Chain:
    """The chain of a row."""
    return chain_from(
        {"steps": row.steps, "secrecy_roles": row.secrecy_roles, "chase_after": row.chase_after}
    )


def own_chains(organ_id: UUID, kind: str, day: dt.date) -> dict[str, Chain]:
    """The chains of the sorts that have one of their own on that day, by the keys of the sorts."""
    rows = ReviewChain.objects.for_organ(organ_id).on(day).filter(kind=kind).exclude(sort="")
    latest = {row.sort: row for row in rows.order_by("since", "set_at")}
    return {sort: chain_of(row) for sort, row in latest.items() if row.steps}


def own_chain(organ_id: UUID, kind: str, day: dt.date, sort: str) -> Chain | None:
    """The chain of that sort alone; None where it goes by the chain of its kind."""
    row = row_for(organ_id, kind, day, sort) if sort else None
    return chain_of(row) if row and row.steps else None


def chain_for(organ_id: UUID, kind: str, day: dt.date, sort: str = "") -> Chain:
    """The chain by which a content would be reviewed if it were submitted on that day: that of its sort, else
    that of its kind, else the default.
    """
    if own := own_chain(organ_id, kind, day, sort):
        return own
    row = row_for(organ_id, kind, day)
    return chain_of(row) if row else DEFAULT


def chain_now(organ_id: UUID, kind: str, of: str, day: dt.date) -> Holding:
    """The chain by which a content as it now is would go if it were submitted on that day."""
    one = kind_of(kind)
    sort = one.sort(organ_id, of)
    own = own_chain(organ_id, kind, day, sort)
    chain = own or chain_for(organ_id, kind, day)
    return Holding(chain, sort if own else "", chain.problem(one.demands(organ_id, day)[sort]) or "")


def outgrown(organ_id: UUID, review: Review) -> str:
    """Why the chain of a review no longer does for what its content has become; "" where it does.

    A review by the chain of its kind is never outgrown, and one whose content is of the same sort neither.
    """
    opened = review.opened
    one = kind_of(opened.kind)
    sort = one.sort(organ_id, opened.of) if opened.sort else ""
    if sort == opened.sort:
        return ""
    problem = review.chain.problem(one.demands(organ_id, opened.on)[sort])
    return f"{problem}{OUTGROWN}" if problem else ""


def words(chain: Chain) -> list[str]:
    """The steps in words: 一审一校（审核员）; the secrecy review comes last."""
    return [f"{step.name}（{_called(step.roles)}）" for step in chain.steps] + [
        f"保密审查（{_called(chain.secrecy_roles)}，单独签署）"
    ]


def _called(keys: tuple[str, ...]) -> str:
    return "或".join(roles()[key].name if key in roles() else key for key in keys)
