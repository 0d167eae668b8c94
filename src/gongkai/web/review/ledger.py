"""The door from the table to the rules: rows in, acts and states out."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from uuid import UUID

from gongkai.web.entries.row import append
from gongkai.web.review.core.acts import Act
from gongkai.web.review.core.content import Content, read
from gongkai.web.review.core.fold import fold
from gongkai.web.review.core.notation import joined, kind_of, split
from gongkai.web.review.core.state import Review
from gongkai.web.review.models import ReviewContent, ReviewEntry


@dataclass(frozen=True, slots=True)
class File:
    """A review with its whole record: its id, the acts in order, what holds after them."""

    id: UUID
    acts: tuple[Act, ...]
    review: Review

    @property
    def position(self) -> int:
        """The position of the last act: what a page shows and a form sends back."""
        return self.acts[-1].position


def acts_of(organ_id: UUID, review_id: UUID) -> tuple[Act, ...]:
    """Every act of a review of that organ, in order."""
    rows = ReviewEntry.objects.for_organ(organ_id).filter(subject=str(review_id)).order_by("position")
    return tuple(act_of(row) for row in rows)


def act_of(row: ReviewEntry) -> Act:
    """The act of a row, its words opened."""
    words = json.loads(row.opened("words") or "{}")
    return joined(
        row.kind,
        row.data,
        words,
        position=row.position,
        on=row.on,
        recorded_at=row.recorded_at,
        by=row.by,
    )


def file_of(organ_id: UUID, review_id: UUID) -> File | None:
    """The review with its record; None where that organ has none of that id."""
    acts = acts_of(organ_id, review_id)
    review = fold(acts)
    return File(review_id, acts, review) if review else None


def id_of(organ_id: UUID, kind: str, of: str, round_: int) -> UUID:
    """The id of the n-th review (from 1) of a content, so that two who submit it at once clash."""
    return uuid.uuid5(organ_id, f"{kind}/{of}/{round_}")


def rounds(organ_id: UUID, kind: str, of: str) -> list[UUID]:
    """The ids of the reviews that a content has had, in order."""
    found: list[UUID] = []
    while True:
        following = id_of(organ_id, kind, of, len(found) + 1)
        if not ReviewEntry.objects.for_organ(organ_id).filter(subject=str(following)).exists():
            return found
        found.append(following)


def latest(organ_id: UUID, kind: str, of: str) -> File | None:
    """The latest review of a content; None where it was never submitted."""
    found = rounds(organ_id, kind, of)
    return file_of(organ_id, found[-1]) if found else None


def write(organ_id: UUID, review_id: UUID, act: Act) -> ReviewEntry:
    """Append an act at its position; raises ``Taken`` where somebody else was first."""
    data, words = split(act)
    sealed = ReviewEntry(pk=uuid.uuid4())
    if words:
        sealed.seal("words", json.dumps(words, ensure_ascii=False))
    return append(
        ReviewEntry,
        after=act.position - 1,
        id=sealed.pk,
        organ_id=organ_id,
        subject=str(review_id),
        kind=kind_of(act),
        on=act.on,
        recorded_at=act.recorded_at,
        by=act.by,
        data=data,
        words=sealed.words,
    )


def keep_content(organ_id: UUID, review_id: UUID, hash_: str, content: Content) -> None:
    """Keep a content under its fingerprint, once."""
    if ReviewContent.objects.for_organ(organ_id).filter(review=review_id, hash=hash_).exists():
        return
    row = ReviewContent(organ_id=organ_id, review=review_id, hash=hash_)
    row.seal("body", content.written())
    row.save(force_insert=True)


def content_of(organ_id: UUID, review_id: UUID, hash_: str) -> Content:
    """The content of that fingerprint as it was kept; raises ``DoesNotExist``."""
    row: ReviewContent = ReviewContent.objects.for_organ(organ_id).get(review=review_id, hash=hash_)
    return read(row.opened("body"))
