"""What somebody has under review as its author, as open work: it goes to another when he hands it over.

Signatures wait for roles, not for people; they move with the roles.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils import timezone

from gongkai.web.people.models import Person
from gongkai.web.people.open_work import Handing, Item, OpenWork
from gongkai.web.people.open_work import register as register_work
from gongkai.web.review.core.acts import TakenOver
from gongkai.web.review.core.fold import taken
from gongkai.web.review.core.rules import objection
from gongkai.web.review.kinds import kind
from gongkai.web.review.ledger import file_of, write
from gongkai.web.review.models import ReviewState
from gongkai.web.review.models.standing import OPEN
from gongkai.web.review.projecting import project


def open_reviews(person: Person) -> list[ReviewState]:
    """The reviews under way of which somebody is an author, the oldest first."""
    rows = (
        ReviewState.objects.for_organ(person.organ_id).filter(stage__in=OPEN).order_by("submitted_at", "pk")
    )
    return [row for row in rows if str(person.pk) in row.authors]


def held(person: Person, day: dt.date) -> Sequence[Item]:
    """What somebody has under review, by kind and title."""
    return [
        Item(str(row.pk), f"{kind(row.kind).name}：{row.title}", f"/office/review/{row.pk}/")
        for row in open_reviews(person)
    ]


def move(act: Handing) -> Sequence[str]:
    """Make the taker an author of each. Raises ``ValidationError`` where he has signed one of them."""
    if act.taker is None:
        return []
    moved = []
    for row in open_reviews(act.giver):
        file = file_of(row.organ_id, row.pk)
        if file is None or str(act.taker.pk) in file.review.authors:
            continue
        taking = TakenOver(
            position=file.position + 1, on=timezone.localdate(act.now), recorded_at=act.now, by=act.actor.id,
            author=str(act.taker.pk),
        )  # fmt: skip
        if problem := objection(file.review, taking):
            raise ValidationError({"taker": f"“{row.title}”：{problem}"})
        write(row.organ_id, row.pk, taking)
        project(row.organ_id, row.pk, taken(file.review, taking))
        moved.append(str(row.pk))
    return moved


def register() -> None:
    """Make them known as open work."""
    hint = "由接收人接着修改、重新送审；原拟稿人仍不能审核这些稿件。"
    register_work(OpenWork("reviews", "送审中的稿件", held=held, move=move, hint=hint))
