"""不予公开登记: what was withheld, on which ground, and when it is looked at again.

Source: 条例 art. 18 (定期评估审查; 因情势变化可以公开的应当公开). How often is not said: see the parameter
``reassessment``.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Case, DateField, F, OuterRef, Subquery, When

from gongkai.letters.vocabulary import fact
from gongkai.web.applications.models import Application
from gongkai.web.letters.models import Letter
from gongkai.web.organs.owned import Owned, OwnedQuerySet

OUTCOMES = {"keep": "仍不予公开", "part": "可以部分公开", "release": "可以公开"}
LEFT_OUT = {"withheld.administrative_query"}
"""Told where to ask by another law: nothing is withheld for a reason that may pass."""
GROUNDS = {
    key: words
    for key, words in fact("decision").choices.items()
    if key not in LEFT_OUT and (key.startswith("withheld.") or key == "partly_disclosed")
}


class WithheldQuerySet(OwnedQuerySet["Withheld"]):
    """What an organ has withheld."""

    def looked_at(self) -> Any:
        """With ``next_on`` (None once it may be disclosed) and ``outcome`` of the last look."""
        own: Any = OuterRef("organ_id")
        looks = Reassessment.objects.for_organ(own).filter(withheld=OuterRef("pk"))
        last = looks.order_by("-on", "-at")
        looked = self.annotate(outcome=Subquery(last.values("outcome")[:1]))
        return looked.annotate(
            next_on=Case(
                When(outcome=None, then=F("first_on")),
                default=Subquery(last.values("next_on")[:1]),
                output_field=DateField(),
            )
        )


class Withheld(Owned):
    """Something withheld by a reply that went out on ``since``; first looked at again on ``first_on``."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="withheld")
    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="withheld")
    ground = models.CharField("不公开的依据", max_length=60, choices=list(GROUNDS.items()))
    since = models.DateField("答复日期")
    first_on = models.DateField("首次评估日期")

    objects: ClassVar[Any] = WithheldQuerySet.as_manager()

    class Meta:
        ordering = ("since", "pk")
        constraints: ClassVar = [models.UniqueConstraint(fields=("letter",), name="withheld_of_letter")]


class Reassessment(Owned):
    """A look at something withheld: what came of it, why, and when it is looked at again."""

    withheld = models.ForeignKey(Withheld, on_delete=models.PROTECT, related_name="reassessments")
    on = models.DateField("评估日期")
    outcome = models.CharField("评估结论", max_length=10, choices=list(OUTCOMES.items()))
    reason = models.CharField("理由", max_length=500)
    next_on = models.DateField("下次评估日期", null=True, blank=True)
    by = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ("on", "at")
