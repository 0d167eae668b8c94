"""What letters and the guide will say of an organ, from what is known of it on a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, cast

from django.db import models

from gongkai.statute import remedy_words
from gongkai.statute.remedies import rights
from gongkai.statute.review_bodies import Bodies, bodies_for
from gongkai.statute.working_days import Calendar
from gongkai.web.organs.models import DisclosureOffice, Organ, OrganRelation, RemedyBody

EXAMPLES = (("disclosed.supplied", "予以公开的答复"), ("withheld.internal_affairs", "不予公开的答复"))
"""Outcomes for which the page shows the words: one where both ways are open, one where reconsideration comes
first.
"""


@dataclass(frozen=True, slots=True)
class Told:
    """The contact block line by line, the bodies that reconsider, the court, and the remedies of some replies
    in words.
    """

    contact: tuple[tuple[str, str], ...]
    bodies: Bodies
    court: str
    remedies: tuple[tuple[str, str], ...]


def words_of(model: type[models.Model], name: str) -> str:
    """The Chinese words of a field."""
    return str(cast(Any, model._meta.get_field(name)).verbose_name)


def contact_of(organ: Organ, day: dt.date) -> tuple[tuple[str, str], ...]:
    """The contact block of the disclosure office; empty where none is registered. Source: 条例 art. 12."""
    row = DisclosureOffice.objects.for_organ(organ).on(day).first()
    if row is None:
        return ()
    fields = ("name", "address", "hours", "phone", "fax", "email", "internet", "postcode", "letter_address")
    named = ((words_of(DisclosureOffice, name), getattr(row, name)) for name in fields)
    return tuple((words, value) for words, value in named if value)


def bodies_of(organ: Organ, day: dt.date) -> Bodies:
    """Who reconsiders what this organ decides: by its kind and its relations, or as entered by hand.

    Raises ``NotAllowed`` for a kind that there is not, ``NotInForce`` for a day before the law.
    """
    relations = OrganRelation.objects.for_organ(organ).on(day)
    names = {row.kind: row.named for row in relations.select_related("other")}
    by_hand = RemedyBody.objects.for_organ(organ).on(day).filter(kind="reconsideration").first()
    return bodies_for(
        organ.kind,
        day,
        government=names.get("government"),
        superior=names.get("superior"),
        by_hand=by_hand.name if by_hand else None,
    )


def court_of(organ: Organ, day: dt.date, bodies: Bodies) -> str:
    """The court that letters name: the registered one, else which court has jurisdiction."""
    kind = "intermediate_court" if bodies.intermediate_court else "court"
    row = RemedyBody.objects.for_organ(organ).on(day).filter(kind=kind).first()
    return remedy_words.court_words(bodies, row.name if row else None)


def told(organ: Organ, day: dt.date) -> Told:
    """All of it."""
    bodies = bodies_of(organ, day)
    court = court_of(organ, day, bodies)
    calendar = Calendar.national()
    words = tuple(
        (said, remedy_words.paragraph(rights(outcome, day, calendar), bodies, court))
        for outcome, said in EXAMPLES
    )
    return Told(contact_of(organ, day), bodies, court, words)
