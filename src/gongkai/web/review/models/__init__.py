"""The tables of review."""

from gongkai.web.review.models.chains import ReviewChain
from gongkai.web.review.models.drafts import Draft, DraftVersion
from gongkai.web.review.models.record import ReviewContent, ReviewEntry
from gongkai.web.review.models.standing import ReviewState, ReviewWait

__all__ = [
    "Draft", "DraftVersion", "ReviewChain", "ReviewContent", "ReviewEntry", "ReviewState", "ReviewWait",
]  # fmt: skip
