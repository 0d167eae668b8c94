"""The projection: where each review stands, for lists and the inbox. Written here alone, from the fold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import transaction

from gongkai.web.entries.row import projection
from gongkai.web.review.core.state import Review
from gongkai.web.review.ledger import file_of
from gongkai.web.review.models import ReviewEntry, ReviewState, ReviewWait


def stage_of(review: Review) -> str:
    """The key of the stage, one of ``STAGES``."""
    if review.withdrawn:
        return "withdrawn"
    if review.released:
        return "released"
    if review.sent_back:
        return "sent_back"
    return "passed" if review.complete else "reviewing"


def state_values(review: Review) -> dict[str, Any]:
    """The columns of the projection for a review."""
    return {
        "kind": review.opened.kind,
        "of": review.opened.of,
        "title": review.title[:200],
        "submitter": review.opened.by,
        "authors": sorted(review.authors),
        "hash": review.hash,
        "position": review.position,
        "stage": stage_of(review),
        "submitted_at": review.opened.recorded_at,
        "moved_at": review.moved_at,
    }


def wait_values(review: Review) -> list[dict[str, Any]]:
    """The rows of what waits."""
    return [
        {
            "task": one.task,
            "name": one.name,
            "roles": list(one.roles),
            "own_unit": one.own_unit,
            "unit": review.opened.unit,
            "since": one.since,
            "barred": sorted(one.barred),
            "chase_after": review.chain.chase_after,
        }
        for one in review.waiting()
    ]


def project(organ_id: UUID, review_id: UUID, review: Review) -> list[str]:
    """Write the rows of a review; the names of what was otherwise before. Runs inside a transaction."""
    values, waits = state_values(review), wait_values(review)
    old = ReviewState.objects.for_organ(organ_id).filter(pk=review_id).first()
    differs = [name for name, value in values.items() if old is None or getattr(old, name) != value]
    rows = ReviewWait.objects.for_organ(organ_id).filter(state_id=review_id)
    if waits != [{name: getattr(row, name) for name in WAIT} for row in rows.order_by("-task")]:
        differs.append("waits")
    if differs:
        state = ReviewState(pk=review_id, organ_id=organ_id, **values)
        state.save(force_insert=old is None, force_update=old is not None)
        rows.delete()
        for one in waits:
            ReviewWait(organ_id=organ_id, state=state, **one).save(force_insert=True)
    return differs


WAIT = ("task", "name", "roles", "own_unit", "unit", "since", "barred", "chase_after")


@projection("review")
def rebuild() -> Iterator[tuple[str, str]]:
    """Make every row anew from the entries, for ``gongkai ledger rebuild``; yields what differed."""
    # The operator's command works on all organs at once; nothing of it is shown to a person of one.
    known = ReviewEntry._base_manager.filter(position=1).values_list("organ_id", "subject")
    for organ_id, subject in known.iterator():
        with transaction.atomic():
            file = file_of(organ_id, UUID(subject))
            if file and (differs := project(organ_id, file.id, file.review)):
                yield subject, "、".join(differs)
    with transaction.atomic():
        for state in ReviewState._base_manager.exclude(pk__in=[UUID(subject) for _, subject in known]):
            gone = str(state.pk)
            state.delete()
            yield gone, "多出的一行"
