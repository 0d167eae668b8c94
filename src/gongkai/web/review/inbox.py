"""待办: what waits for somebody, and only that; also by delegation. For the inbox and the start page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from gongkai.statute.working_days import Calendar
from gongkai.web.pages.waiting import Block, Waiting, register
from gongkai.web.people.models import Person
from gongkai.web.review.core.acts import AUTHOR, SECRECY
from gongkai.web.review.eligible import capacities, capacity_for
from gongkai.web.review.kinds import kind
from gongkai.web.review.models import ReviewWait
from gongkai.web.rights.actor import Actor
from gongkai.web.workdays.door import calendar_for


@dataclass(frozen=True, slots=True)
class Item:
    """One task that waits for somebody: the row, for whom he would sign (a name, or empty), by which day."""

    wait: ReviewWait
    for_whom: str
    due: dt.date

    @property
    def address(self) -> str:
        """The page of the review."""
        return f"/office/review/{self.wait.state_id}/"

    @property
    def kind_name(self) -> str:
        """What kind of content it is."""
        return kind(self.wait.state.kind).name


def inbox(actor: Actor, day: dt.date, calendar: Calendar | None = None) -> list[Item]:
    """Everything that waits for the actor on that day, the longest wait first."""
    days = calendar or calendar_for()
    held = capacities(actor, day)
    found = []
    for wait in ReviewWait.objects.for_organ(actor.organ_id).select_related("state"):
        principal = _principal(actor, wait, held)
        if principal is not None and actor.may(kind(wait.state.kind).right):
            due = days.nth_after(timezone.localdate(wait.since), wait.chase_after)
            found.append((wait, principal, due))
    names = names_of(actor.organ_id, {principal for _, principal, _ in found})
    return [Item(wait, names.get(principal, ""), due) for wait, principal, due in found]


def _principal(actor: Actor, wait: ReviewWait, held: Any) -> str | None:
    """For whom the actor would do it: empty for himself, None where it does not wait for him."""
    if wait.task == AUTHOR:
        return "" if actor.id in wait.state.authors and actor.may("review.submit") else None
    if not actor.may("review.sign_secrecy" if wait.task == SECRECY else "review.sign"):
        return None
    capacity = capacity_for(wait, held, actor.id)
    return capacity.principal if capacity else None


def names_of(organ_id: Any, ids: Iterable[str]) -> dict[str, str]:
    """The names of people of an organ, by id."""
    wanted = [one for one in ids if one]
    people = Person.objects.for_organ(organ_id).filter(pk__in=wanted)
    return {str(one.pk): one.name for one in people}


def on_start_page(organ: Any, actor: Actor, today: dt.date) -> Iterable[Waiting]:
    """The same for the start page."""
    for item in inbox(actor, today):
        remark = f"代{item.for_whom}签署" if item.for_whom else ""
        yield Waiting(f"{item.wait.name}：{item.wait.state.title}", item.address, item.due, remark)


register(
    Block(
        "review",
        "等我审核和修改",
        "review.read",
        "没有等您审核或者修改的稿件。",
        on_start_page,
        "/office/review/",
    )
)
