"""What a task of a review asks of who does it, in the shape that :mod:`..eligible` takes."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.web.review.core.acts import SECRECY
from gongkai.web.review.core.state import Review


@dataclass(frozen=True, slots=True)
class AskedFor:
    """Roles, unit and who is shut out, of one task."""

    roles: tuple[str, ...]
    own_unit: bool
    unit: str
    barred: frozenset[str]


def asked_for(review: Review, task: int) -> AskedFor:
    """The demands of a step, or of the secrecy review, whether or not it waits now."""
    unit = review.opened.unit
    if task == SECRECY:
        return AskedFor(review.chain.secrecy_roles, False, unit, review.authors)
    if not 1 <= task <= len(review.chain.steps):
        return AskedFor((), False, unit, frozenset())
    step = review.chain.steps[task - 1]
    barred = review.authors | review.hands_of_others(task)
    return AskedFor(step.roles, step.own_unit, unit, barred)
