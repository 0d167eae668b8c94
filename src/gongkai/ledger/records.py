"""政府信息管理: what an item of information goes through: reviews, secrecy review, attribute, reassessment.

The subject is the item. ``content`` is the fingerprint of its text: a signature binds the text that was
signed, so an edit voids what was signed before. A return sends the item back to its first review. The secrecy
review is a signature of its own that nothing replaces. An item may be published when every review and the
secrecy review stand for the present text; a withheld one carries the day of its next reassessment.

Source: 政府信息公开条例 arts. 17, 18; 保守国家秘密法 art. 35; law.md §4.4, §4.5 (number of reviews INFERRED).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gongkai.ledger.entries import Entry, Refusal
from gongkai.values.dates import day_words


class Handling(StrEnum):
    """What was done to an item."""

    DRAFTED = "drafted"
    EDITED = "edited"
    REVIEWED = "reviewed"
    RETURNED = "returned"
    SECRECY_REVIEWED = "secrecy_reviewed"
    ATTRIBUTED = "attributed"
    PUBLISHED = "published"
    TAKEN_DOWN = "taken_down"
    REASSESSED = "reassessed"
    VOIDED = "voided"


class Attribute(StrEnum):
    """公开属性: how an item is to be disclosed."""

    PROACTIVE = "proactive"
    ON_APPLICATION = "on_application"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class RecordEntry(Entry):
    """One act on one item; ``person`` is who drafted, edited, reviewed or returned it.

    ``content`` is the fingerprint of the text that was drafted, edited or signed. ``attribute`` stands where
    it is set or reassessed, ``until`` on the day of the next reassessment.
    """

    handling: Handling
    person: str | None = None
    content: str | None = None
    attribute: Attribute | None = None
    until: date | None = None
    reason: str | None = None
    of: int | None = None

    @property
    def takes_back(self) -> int | None:
        """The position named by a ``voided`` entry."""
        return self.of if self.handling is Handling.VOIDED else None


@dataclass(frozen=True, slots=True)
class RecordState:
    """An item on a day: text and authors, who signed this text, attribute, publication, next reassessment."""

    content: str | None
    authors: frozenset[str]
    reviewers: tuple[str, ...]
    secrecy_reviewer: str | None
    attribute: Attribute | None
    published_on: date | None
    reassess_on: date | None
    refusals: tuple[Refusal, ...]

    def may_publish(self, reviews: int) -> bool:
        """Whether this text has so many reviews and its secrecy review, and is not to be withheld."""
        signed = len(self.reviewers) >= reviews and self.secrecy_reviewer is not None
        return signed and self.attribute is not Attribute.WITHHELD


class _Item:
    """An item while its entries are taken."""

    def __init__(self) -> None:
        self.content: str | None = None
        self.authors: set[str] = set()
        self.reviewers: list[str] = []
        self.secrecy_reviewer: str | None = None
        self.attribute: Attribute | None = None
        self.published_on: date | None = None
        self.reassess_on: date | None = None

    def state(self, refusals: list[Refusal]) -> RecordState:
        return RecordState(
            self.content,
            frozenset(self.authors),
            tuple(self.reviewers),
            self.secrecy_reviewer,
            self.attribute,
            self.published_on,
            self.reassess_on,
            tuple(refusals),
        )


def fold_record(entries: Iterable[RecordEntry], day: date, reviews: int) -> RecordState:
    """One item at the end of ``day``; the entries stand, are in order and of one subject.

    ``reviews`` is how many reviews the organ asks for before publication. What does not count has a refusal.
    """
    item = _Item()
    refusals: list[Refusal] = []
    for entry in entries:
        if entry.on > day:
            break
        fault = _fault(item, entry, reviews, item.state([]))
        if fault:
            sentence = f"信息{entry.subject}第{entry.position}条（{day_words(entry.on)}）没有计入：{fault}"
            refusals.append(Refusal(entry.ref, entry.on, sentence, "《政府信息公开条例》第十七条"))
        else:
            _take(item, entry)
    return item.state(refusals)


def _fault(item: _Item, entry: RecordEntry, reviews: int, state: RecordState) -> str:
    """Why an act does not count; empty where it does."""
    signs = entry.handling in (Handling.REVIEWED, Handling.SECRECY_REVIEWED)
    if signs and (item.content is None or entry.content != item.content):
        return "签署的不是现在的文本。文本改动后以前的签署都失效，请对现在的文本重新审核。"
    if signs and (not entry.person or entry.person in item.authors):
        return "拟稿、改稿的人不能审核自己的稿件。请换一位审核人。"
    if entry.handling is Handling.REVIEWED and entry.person in item.reviewers:
        return f"{entry.person}已经审核过这一文本，每一级审核应当由不同的人进行。请换一位审核人。"
    if entry.handling is Handling.PUBLISHED and not state.may_publish(reviews):
        return (
            f"还不能发布：需要{reviews}级审核和保密审查都针对现在的文本通过，且公开属性不是不予公开；"
            f"现在有{len(item.reviewers)}级审核，保密审查{'已' if item.secrecy_reviewer else '未'}通过。"
            "请先补齐。"
        )
    return ""


def _take(item: _Item, entry: RecordEntry) -> None:
    handling = entry.handling
    if handling in (Handling.DRAFTED, Handling.EDITED):
        item.content = entry.content
        if entry.person:
            item.authors.add(entry.person)
    if handling in (Handling.DRAFTED, Handling.EDITED, Handling.RETURNED):
        item.reviewers.clear()
        item.secrecy_reviewer = None
    elif handling is Handling.REVIEWED and entry.person:
        item.reviewers.append(entry.person)
    elif handling is Handling.SECRECY_REVIEWED:
        item.secrecy_reviewer = entry.person
    elif handling is Handling.PUBLISHED:
        item.published_on = entry.on
    elif handling is Handling.TAKEN_DOWN:
        item.published_on = None
    if handling in (Handling.ATTRIBUTED, Handling.REASSESSED):
        item.attribute = entry.attribute or item.attribute
        item.reassess_on = entry.until
