"""What was done (append-only), and what was seen when it was done: every content by its fingerprint.

Opinions, marks and contents may quote a private person, so they are sealed. The database refuses to change
or delete a row (triggers of the migration); only the sealed columns may be taken to a new key.
"""

from __future__ import annotations

from django.db import models

from gongkai.web.entries.row import EntryRow
from gongkai.web.organs.owned import Owned
from gongkai.web.sealing.fields import SealedField, SealedRow


class ReviewEntry(SealedRow, EntryRow):
    """An act of a review; ``subject`` is the id of the review. ``words`` are the opinions, as JSON."""

    words = SealedField("意见")

    class Meta:
        ordering = ("subject", "position")
        constraints = (models.UniqueConstraint(fields=("subject", "position"), name="review_entry_position"),)

    def seal_scope(self) -> str:
        """The organ's code."""
        return str(self.organ.code)


class ReviewContent(SealedRow, Owned):
    """A content as it was submitted or edited to; kept for the signatures on it."""

    review = models.UUIDField()
    hash = models.CharField(max_length=80)
    body = SealedField("内容")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("review", "hash"), name="review_content_hash"),)

    def seal_scope(self) -> str:
        """The organ's code."""
        return str(self.organ.code)
