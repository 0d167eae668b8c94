"""What the handler proposes to decide: one row a decision, added and never changed; a later one may take its
place.

Source: 条例 arts. 36–39, 45; gongkai.statute.decisions.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from gongkai.statute.decisions import DecisionKind, decision
from gongkai.web.applications.models.application import Application
from gongkai.web.organs.owned import Owned, OwnedQuerySet


class ProposalQuerySet(OwnedQuerySet["Proposal"]):
    """Proposals of an organ."""

    def standing(self, application: Application) -> ProposalQuerySet:
        """Those of a case that hold: not taken back and not replaced, in the order in which they were
        made.
        """
        mine = self.filter(application=application).order_by("number")
        return mine.exclude(kind="").filter(replaced_by=None)


class Proposal(Owned):
    """A decision that the handler proposes: its kind, the facts with their words, the reasons, the way there.

    ``number`` counts from 1 within the case and is the lock: two people cannot add the same one. ``facts``
    holds what was written for each fact by its key, ``answers`` the answers to the questions, ``grounds`` the
    kinds on which the part that is not given out rests. A row without a kind takes ``instead_of`` back.
    """

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="proposals")
    number = models.PositiveIntegerField()
    kind = models.CharField("处理决定", max_length=60, blank=True)
    grounds = models.JSONField("不公开部分的依据", default=list)
    facts = models.JSONField("在案事实", default=dict)
    answers = models.JSONField("审查意见", default=dict)
    reasons = models.TextField("理由", blank=True)
    instead_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    by = models.CharField(max_length=64)
    at = models.DateTimeField()

    objects: ClassVar = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ("application", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("application", "number"), name="proposal_number")
        ]

    @property
    def decision(self) -> DecisionKind:
        """The kind of decision with its row, articles and letter."""
        return decision(self.kind)
