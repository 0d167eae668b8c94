"""Where each review stands and for whom it waits: the projection. Only :mod:`..projecting` writes it.

It serves lists and the inbox; no rule reads it (the fold of the entries decides).
"""

from __future__ import annotations

from django.db import models

from gongkai.web.organs.owned import Owned

STAGES = {
    "reviewing": "审核中",
    "sent_back": "退回修改",
    "passed": "审核通过",
    "released": "已发布",
    "withdrawn": "已撤回",
}
OPEN = ("reviewing", "sent_back", "passed")
"""The stages in which somebody still has to do something."""


class ReviewState(Owned):
    """A review as its entries say; its id is the id of the review."""

    kind = models.CharField(max_length=40)
    of = models.CharField(max_length=64)
    title = models.CharField(max_length=200)
    submitter = models.CharField(max_length=64)
    authors = models.JSONField(default=list)
    hash = models.CharField(max_length=80)
    position = models.PositiveIntegerField()
    stage = models.CharField(max_length=12)
    submitted_at = models.DateTimeField()
    moved_at = models.DateTimeField()

    class Meta:
        ordering = ("-submitted_at", "pk")
        indexes = (
            models.Index(fields=("organ", "stage"), name="review_state_stage"),
            models.Index(fields=("organ", "kind", "of"), name="review_state_of"),
        )

    @property
    def stage_name(self) -> str:
        """The stage in Chinese."""
        return STAGES[self.stage]


class ReviewWait(Owned):
    """A task of an open review that waits: which (a step's number, 0 the author, -1 secrecy), for which
    roles.
    """

    state = models.ForeignKey(ReviewState, on_delete=models.CASCADE, related_name="waits")
    task = models.SmallIntegerField()
    name = models.CharField(max_length=40)
    roles = models.JSONField(default=list)
    own_unit = models.BooleanField(default=False)
    unit = models.CharField(max_length=36, blank=True)
    since = models.DateTimeField()
    barred = models.JSONField(default=list)
    chase_after = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("since", "pk")
        constraints = (models.UniqueConstraint(fields=("state", "task"), name="review_wait_task"),)
