"""救济告知: the paragraph on remedies of a letter, never typed in a document.

Which way is open, within what time and before whom comes from :mod:`gongkai.statute.remedies` for the day of
the letter. What the law knows only for this organ (the body that reconsiders, its internet channel) has to
be given: a letter with a blank in its remedies is not printed.

Source: 行政复议法 arts. 20, 22–28; 行政诉讼法 arts. 45, 46; 法释〔2025〕8号 arts. 1, 2.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from gongkai.letters.document import Document, Remedies
from gongkai.statute import remedies as law
from gongkai.statute.remedy_words import paragraph
from gongkai.statute.review_bodies import Bodies, bodies_for
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from gongkai.values.dates import with_weekday

ELECTRONIC = ("internet", "email")
"""The ways of delivery that count as an internet channel (行政复议法 art. 22)."""
SUPPLY = "disclosed.supplied"
"""The decision that a third party may challenge."""


@dataclass(frozen=True, slots=True)
class Told:
    """The paragraph ("" where there is nothing to tell) and the facts that it lacks."""

    text: str
    lacking: tuple[str, ...] = ()


def tell(
    document: Document,
    facts: Mapping[str, Any],
    on: dt.date,
    calendar: Calendar,
    settings: Settings,
) -> Told:
    """The paragraph for a letter of day ``on``, or which facts it lacks."""
    if document.remedies is Remedies.NONE:
        return Told("")
    third = document.remedies is Remedies.THIRD_PARTY
    outcome = SUPPLY if third else facts.get("decision")
    if outcome is None:
        return Told("", ("decision",))
    electronic = facts.get("delivery") in ELECTRONIC
    found = law.rights(
        outcome,
        on,
        calendar,
        grounds=grounds(facts),
        third_party=third,
        electronic=electronic,
        settings=settings,
    )
    if found.way is law.Way.NONE:
        return Told("")
    lacking = [key for key in ("organ_kind", "delivery") if key not in facts]
    if lacking:
        return Told("", tuple(lacking))
    bodies, lacking = _bodies(facts, on, settings)
    if found.internet and "review_channel" not in facts:
        lacking.append("review_channel")
    if lacking:
        return Told("", tuple(lacking))
    text = paragraph(
        found,
        bodies,
        facts.get("court"),
        what=document.calls_itself,
        channel=facts.get("review_channel"),
    )
    return Told(text)


def grounds(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """The kinds of decision on which the withheld parts of a partial disclosure rest."""
    return tuple(dict.fromkeys(row["ground"] for row in facts.get("withheld_parts", ())))


def _bodies(facts: Mapping[str, Any], on: dt.date, settings: Settings) -> tuple[Bodies, list[str]]:
    """The bodies that reconsider, and the names that are not there."""
    found = bodies_for(
        facts["organ_kind"],
        on,
        government=facts.get("government"),
        superior=facts.get("superior"),
        by_hand=facts.get("review_body"),
        settings=settings,
    )
    lacking = [body.named for body in found.bodies if body.named and not body.name]
    if not found.bodies:
        lacking.append("review_body")
    # The letter is the organ's own: where it reconsiders itself it says so.
    own = tuple(replace(body, words="本机关") if body.role == "itself" else body for body in found.bodies)
    return replace(found, bodies=own), lacking


def last_days(
    decision: str,
    delivered_on: dt.date,
    parts: tuple[str, ...],
    calendar: Calendar,
    settings: Settings,
) -> str:
    """The last days of the remedies once the day of delivery is known, for the proof of delivery."""
    found = law.rights(decision, delivered_on, calendar, grounds=parts, settings=settings)
    said = []
    for what, period in (("申请行政复议", found.reconsideration), ("直接提起行政诉讼", found.suit)):
        if period is not None:
            doubt = "，该年的放假安排尚未公布，日期暂定" if period.provisional else ""
            said.append(f"{what}的最后一日为{with_weekday(period.last_day)}{doubt}")
    return "；".join(said)
