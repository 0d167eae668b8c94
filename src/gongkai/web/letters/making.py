"""Making a version: facts filled into the document, the paper and its two files; nothing is written yet.

It is done before the transaction that writes, since setting a PDF takes longer than others should wait.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gongkai.letters.filling import fill
from gongkai.letters.formats import write
from gongkai.letters.given import checked
from gongkai.letters.paper import Paper, digest
from gongkai.web.letters.organ_facts import organ_facts
from gongkai.web.letters.providers import Provider
from gongkai.web.organs.choosing import settings_on
from gongkai.web.organs.models import Organ
from gongkai.web.workdays.door import calendar_for


@dataclass(frozen=True, slots=True)
class Made:
    """A version before it is written: its facts, its paper, the hash of its text, the bytes of its files."""

    facts: dict[str, Any]
    paper: Paper
    digest: str
    on: dt.date
    pdf: bytes
    docx: bytes


def known_facts(organ: Organ, provider: Provider, key: str, kind: str, day: dt.date) -> dict[str, Any]:
    """What nobody has to type: what the case knows, and what the organ's records know."""
    return {**provider.facts(organ, key, kind, day), **organ_facts(organ, day)}


def make(organ: Organ, kind: str, facts: Mapping[str, Any], day: dt.date) -> Made:
    """The document of that day filled and set.

    Raises :class:`gongkai.values.errors.FactsError` where a fact is missing or wrong,
    :class:`gongkai.values.errors.NotAllowed` for what the law does not allow.
    """
    found = checked(facts)
    paper = fill(kind, found, day, calendar=calendar_for(organ.region), settings=settings_on(organ, day))
    return Made(found, paper, digest(paper), day, write(paper, "pdf"), write(paper, "docx"))
