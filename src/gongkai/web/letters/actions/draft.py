"""Drafting a letter, and drafting it anew: the old version stays, and what differs can be seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from gongkai.letters.document import document
from gongkai.letters.keeping import facts_of
from gongkai.letters.vocabulary import Source, fact
from gongkai.web.audit.recording import record
from gongkai.web.letters import numbering, providers
from gongkai.web.letters.actions.writing import locked, open_to_change, write_version
from gongkai.web.letters.making import Made, known_facts, make
from gongkai.web.letters.models import Letter
from gongkai.web.letters.standing import present
from gongkai.web.organs.models import Organ
from gongkai.web.rights.actor import Actor, Forbidden


def draft(
    actor: Actor, subject: str, kind: str, facts: Mapping[str, Any], *, on: dt.date, now: dt.datetime
) -> Letter:
    """Draft document ``kind`` of day ``on`` for a subject, from the facts that the clerk adds.

    What the case and the organ's records know prevails over ``facts``. No number is taken. Raises
    :class:`Forbidden`, :class:`gongkai.values.errors.FactsError` where a fact is missing,
    :class:`gongkai.values.errors.NotAllowed` for an unknown document or subject or what the law forbids.
    """
    _require(actor, subject)
    document(kind)
    organ = Organ.objects.for_organ(actor.organ_id).get()
    made = filled(organ, subject, kind, facts, on)
    letter = Letter(
        organ=organ,
        subject=subject,
        kind=kind,
        on=on,
        digest=made.digest,
        sealed=made.paper.sealed,
        drafted_by=actor.id,
        drafted_at=now,
    )
    with transaction.atomic():
        letter.save(force_insert=True)
        write_version(actor, letter, made, now)
        record(
            actor,
            "letters.draft",
            str(letter.pk),
            now,
            of=subject,
            document=kind,
            version=1,
            text=made.digest,
        )
    return letter


def redraft(
    actor: Actor, letter: Letter, facts: Mapping[str, Any], *, on: dt.date, seen: int, now: dt.datetime
) -> Letter:
    """Make a new version of a letter; ``seen`` is the version that the actor had before him.

    A letter that has its number keeps it. A scan bound to the old text is bound no longer. Raises as
    :func:`draft`, :class:`gongkai.web.entries.row.Taken` where somebody else was first, ``NotAllowed`` for a
    letter that is void or has gone out.
    """
    _require(actor, letter.subject)
    actor.require("letters.draft", letter.organ_id)
    # What the letter corrects was settled when it was begun; no form asks for it again.
    before = facts_of(present(letter).opened("facts"))
    own = {key: value for key, value in before.items() if fact(key).source is Source.LETTER}
    made = filled(letter.organ, letter.subject, letter.kind, {**facts, **own}, on, number=letter.number)
    with transaction.atomic():
        row = locked(letter, seen)
        open_to_change(row)
        write_version(actor, row, made, now)
        record(actor, "letters.redraft", str(row.pk), now, version=row.version, text=made.digest)
    return row


def _require(actor: Actor, subject: str) -> None:
    actor.require("letters.draft")
    providers.provider_of(subject)
    if not providers.may_draft(actor, subject):
        raise Forbidden("您不能为这一事项起草文书。")


def filled(
    organ: Organ, subject: str, kind: str, facts: Mapping[str, Any], on: dt.date, *, number: str = ""
) -> Made:
    """The document filled, with the number it has or the blank one of a draft."""
    provider, key = providers.provider_of(subject)
    series = numbering.series_of(kind, provider)
    own = {}
    if series:
        blank = "" if number else numbering.blank_number(numbering.rule_of(organ, on), series, on.year)
        own = {"number": number or blank}
    return make(organ, kind, {**facts, **known_facts(organ, provider, key, kind, on), **own}, on)
