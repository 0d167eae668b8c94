"""What the page of a review shows: the content with its marks, what changed since one last looked, the
record, the tasks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils import timezone

from gongkai.values.dates import day_words
from gongkai.web.people.models import Unit
from gongkai.web.review.core.acts import (
    AUTHOR,
    SECRECY,
    Act,
    Mark,
    Released,
    Resubmitted,
    Returned,
    SecrecySigned,
    Signed,
    Signing,
    TakenOver,
    Withdrawn,
)
from gongkai.web.review.core.content import Content, short
from gongkai.web.review.core.difference import Line, lines
from gongkai.web.review.core.state import Review
from gongkai.web.review.core.words import conclusions
from gongkai.web.review.eligible import capacities, capacity_for
from gongkai.web.review.inbox import names_of
from gongkai.web.review.ledger import File, content_of
from gongkai.web.review.tasks import asked_for
from gongkai.web.rights.actor import Actor

ENTERED = {"paper": "纸质签署", "oa": "办公系统签署"}


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the record as people read it."""

    act: Act
    who: str
    what: str
    words: str
    hash: str
    marks: tuple[Mark, ...] = ()
    counts: str = ""

    @property
    def code(self) -> str:
        """The short fingerprint of the content it was about; empty where it was about none."""
        return short(self.hash) if self.hash else ""


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph with the marks that point to it, cut where their words stand."""

    key: str
    name: str
    runs: tuple[tuple[str, bool], ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Todo:
    """What somebody can do now: the task, its name, for whom (id and name)."""

    task: int
    name: str
    principal: str
    for_whom: str


@dataclass(slots=True)
class Names:
    """Names of the people who occur in a record."""

    known: dict[str, str] = field(default_factory=dict)

    def of(self, person: str) -> str:
        """The name; a word for somebody who is not of this organ."""
        return self.known.get(person, "系统" if person == "system" else "（已不在本机关）")

    def signer(self, act: Signing | Returned) -> str:
        """Who signed, and for whom."""
        name = self.of(act.signer) if isinstance(act, Signing) else self.of(act.by)
        return f"{name}（代{self.of(act.on_behalf_of)}）" if act.on_behalf_of else name


def names(organ_id: UUID, file: File) -> Names:
    """Everybody who occurs in the record."""
    ids = {one.by for one in file.acts}
    for act in file.acts:
        if isinstance(act, Signing | Returned):
            ids |= act.hands
        if isinstance(act, TakenOver):
            ids.add(act.author)
    return Names(names_of(organ_id, ids))


def record(file: File, people: Names) -> list[Told]:
    """The record, oldest first."""
    why = {one.position: one.sentence for one in file.review.uncounted}
    return [_told(act, file.review, people, why.get(act.position, "")) for act in file.acts]


def _told(act: Act, review: Review, people: Names, counts: str) -> Told:
    who = people.signer(act) if isinstance(act, Signing | Returned) else people.of(act.by)
    marks = act.marks if isinstance(act, Returned) else ()
    what, words = _said(act, review)
    if isinstance(act, TakenOver):
        what = f"移交拟稿工作，由{people.of(act.author)}接手"
    if isinstance(act, Signing) and act.paper:
        day = day_words(act.paper.signed_on)
        what += f"（{ENTERED[act.paper.source]}，{day}，{people.of(act.by)}录入）"
    return Told(act, who, what, words, getattr(act, "hash", ""), marks, counts)


def _said(act: Act, review: Review) -> tuple[str, str]:
    """What was done, and the words with it."""
    if isinstance(act, Signed):
        return f"签署{review.task_name(act.step)}", act.opinion
    if isinstance(act, SecrecySigned):
        return f"签署{secrecy_words(act)}", act.opinion or act.basis
    if isinstance(act, Returned):
        return f"由{review.task_name(act.task)}退回{review.task_name(act.to)}", act.reason
    if isinstance(act, Resubmitted):
        return "修改后重新送审", act.note
    if isinstance(act, Withdrawn):
        return "撤回", act.reason
    if isinstance(act, Released):
        return f"发布到{act.where}", act.address
    return "送审", ""


def secrecy_words(act: SecrecySigned) -> str:
    """保密审查 with its conclusion."""
    return (
        f"保密审查：{conclusions()[act.conclusion].name}" if act.conclusion in conclusions() else "保密审查"
    )


def places(content: Content, review: Review) -> list[Place]:
    """The paragraphs, with the marks of the return that now waits for the author."""
    back = review.sent_back
    marks = back.marks if isinstance(back, Returned) and back.hash == review.hash else ()
    found = []
    for key, name, text in content.places():
        mine = [mark for mark in marks if mark.place == key]
        found.append(Place(key, name, tuple(_runs(text, mine)), tuple(m.remark for m in mine if m.remark)))
    return found


def _runs(text: str, marks: list[Mark]) -> Iterator[tuple[str, bool]]:
    """The text cut at the words of the marks: (run, whether marked); every character once."""
    marked = [False] * len(text)
    for mark in marks:
        start = text.find(mark.words) if mark.words else -1
        if start >= 0:
            marked[start : start + len(mark.words)] = [True] * len(mark.words)
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or marked[end] != marked[start]:
            yield text[start:end], marked[start]
            start = end


def last_seen(file: File, person: str) -> str:
    """The fingerprint that somebody last signed or sent back, where it is another than now; else empty."""
    mine = [
        act.hash
        for act in file.acts
        if isinstance(act, Signing | Returned) and person in act.hands and act.hash != file.review.hash
    ]
    return mine[-1] if mine else ""


def difference(organ_id: UUID, file: File, person: str, content: Content) -> list[Line]:
    """What changed since that person last signed or sent back; empty where he has not, or it is the same."""
    before = last_seen(file, person)
    if not before:
        return []
    return lines(content_of(organ_id, file.id, before), content)


def todos(actor: Actor, file: File, day: dt.date, people: Names) -> list[Todo]:
    """The tasks that wait and that this actor may do now."""
    held = capacities(actor, day)
    found = []
    for one in file.review.waiting():
        if one.task == AUTHOR or not actor.may(
            "review.sign_secrecy" if one.task == SECRECY else "review.sign"
        ):
            continue
        if capacity := capacity_for(asked_for(file.review, one.task), held, actor.id):
            found.append(Todo(one.task, one.name, capacity.principal, people.of(capacity.principal)))
    return found


def holds(file: File, people: Names) -> str:
    """What holds now, in a sentence, for somebody who came second."""
    last = record(file, people)[-1]
    when = timezone.localtime(last.act.recorded_at).strftime("%H:%M")
    waits = "、".join(one.name for one in file.review.waiting()) or "没有"
    return f"{when}，{last.who}已经办理：{last.what}。现在等待办理的环节：{waits}。您的操作没有生效。"


def returnable(actor: Actor, file: File, waiting: list[Todo]) -> list[tuple[int, str]]:
    """From which tasks the actor may send back: those that wait for him, and those he has signed."""
    review = file.review
    if not review.open or review.sent_back is not None:
        return []
    found = {one.task: one.name for one in waiting}
    for signed in review.signatures:
        if actor.id in signed.hands and signed.paper is None:
            found[signed.step] = review.task_name(signed.step)
    if review.secrecy and actor.id in review.secrecy.hands:
        found[SECRECY] = review.task_name(SECRECY)
    return sorted(found.items())


def unit_name(organ_id: UUID, review: Review) -> str:
    """The name of the author's unit; empty where there is none."""
    if not review.opened.unit:
        return ""
    unit: Any = Unit.objects.for_organ(organ_id).filter(pk=review.opened.unit).first()
    return unit.name if unit else ""
