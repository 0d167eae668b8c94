"""审核的折叠: where a review stands after its acts. It never fails on what stands in the record.

An act that the rules do not allow where it stands changes nothing but the position; ``Review.uncounted``
tells why.

>>> fold([]) is None
True

Source: design decision 6.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gongkai.web.review.core.acts import (
    AUTHOR,
    Act,
    Released,
    Resubmitted,
    Returned,
    SecrecySigned,
    Signed,
    Submitted,
    TakenOver,
    Withdrawn,
)
from gongkai.web.review.core.chain import FEWEST, ORDINARY, Demand
from gongkai.web.review.core.rules import objection
from gongkai.web.review.core.state import Review, Uncounted
from gongkai.web.review.core.words import conclusions


def fold(acts: Iterable[Act]) -> Review | None:
    """The state after these acts of one review, in the order of their positions; None before it was
    submitted.
    """
    review: Review | None = None
    for act in acts:
        review = begun(act) if review is None else taken(review, act)
    return review


def begun(act: Act) -> Review | None:
    """The state after the first act; None for one that begins nothing."""
    if not isinstance(act, Submitted) or act.position != 1:
        return None
    # What a sort demands is asked when it is submitted and before it goes out; here, that somebody signs.
    if act.chain.problem(Demand(FEWEST) if act.sort else ORDINARY):
        return None
    return Review(
        opened=act,
        title=act.title,
        hash=act.hash,
        content_on=act.on,
        content_at=act.recorded_at,
        position=1,
        authors=frozenset({act.by}),
        moved_at=act.recorded_at,
        secrecy_since=act.recorded_at,
    )


def taken(review: Review, act: Act) -> Review:
    """The state after one more act."""
    if problem := objection(review, act):
        # Where the record has a gap the position stays before it, and nothing after the gap counts.
        position = act.position if act.position == review.position + 1 else review.position
        return replace(
            review, position=position, uncounted=(*review.uncounted, Uncounted(act.position, problem))
        )
    return replace(_after(review, act), position=act.position)


def _after(review: Review, act: Act) -> Review:
    at = act.recorded_at
    if isinstance(act, Resubmitted):
        return _anew(review, act)
    if isinstance(act, Signed):
        return replace(review, signatures=(*review.signatures, act), moved_at=at)
    if isinstance(act, SecrecySigned):
        conclusion = conclusions()[act.conclusion]
        if conclusion.passes:
            return replace(review, secrecy=act, referred=None)
        if conclusion.sends_back:
            return _to_author(review, act)
        return replace(review, referred=act)
    if isinstance(act, Returned):
        if act.to == AUTHOR:
            return _to_author(review, act)
        return replace(review, signatures=review.signatures[: act.to - 1], moved_at=at)
    if isinstance(act, TakenOver):
        return replace(review, authors=review.authors | {act.author})
    if isinstance(act, Withdrawn):
        return replace(review, withdrawn=act)
    return replace(review, released=act) if isinstance(act, Released) else review


def _anew(review: Review, act: Resubmitted) -> Review:
    """After an edit: nobody has signed the new content yet, and who wrote it is an author, too."""
    return replace(
        review,
        title=act.title,
        hash=act.hash,
        content_on=act.on,
        content_at=act.recorded_at,
        authors=review.authors | {act.by},
        moved_at=act.recorded_at,
        secrecy_since=act.recorded_at,
        signatures=(),
        secrecy=None,
        referred=None,
        sent_back=None,
    )


def _to_author(review: Review, act: Returned | SecrecySigned) -> Review:
    return replace(
        review, signatures=(), secrecy=None, referred=None, sent_back=act, moved_at=act.recorded_at
    )
