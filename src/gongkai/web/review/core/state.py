"""Where a review stands: what counts of all that was done, for whom it waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from gongkai.web.review.core.acts import (
    AUTHOR,
    SECRECY,
    SECRECY_NAME,
    Released,
    Returned,
    SecrecySigned,
    Signed,
    Submitted,
    Withdrawn,
)
from gongkai.web.review.core.chain import Chain


@dataclass(frozen=True, slots=True)
class Waiting:
    """A task that waits: its number, the roles that may do it, since when, and whom its rules shut out."""

    task: int
    name: str
    roles: tuple[str, ...]
    own_unit: bool
    since: datetime
    barred: frozenset[str]


@dataclass(frozen=True, slots=True)
class Uncounted:
    """An act that stands in the record and does not count: its position, and why."""

    position: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Review:
    """What holds after the acts up to ``position``. ``signatures`` are those of the first steps, all on
    ``hash``.

    ``moved_at`` is when the task that now waits began to wait.
    """

    opened: Submitted
    title: str
    hash: str
    content_on: date
    content_at: datetime
    position: int
    authors: frozenset[str]
    moved_at: datetime
    secrecy_since: datetime
    signatures: tuple[Signed, ...] = ()
    secrecy: SecrecySigned | None = None
    referred: SecrecySigned | None = None
    sent_back: Returned | SecrecySigned | None = None
    withdrawn: Withdrawn | None = None
    released: Released | None = None
    uncounted: tuple[Uncounted, ...] = ()

    @property
    def chain(self) -> Chain:
        """The steps, as they were when it was submitted."""
        return self.opened.chain

    @property
    def open(self) -> bool:
        """Whether anything can still be done."""
        return self.withdrawn is None and self.released is None

    @property
    def next_step(self) -> int | None:
        """The number of the step that is due; None where all have signed or it lies with its author."""
        waits = self.open and self.sent_back is None and len(self.signatures) < len(self.chain.steps)
        return len(self.signatures) + 1 if waits else None

    @property
    def complete(self) -> bool:
        """Whether every step has signed this very content, and the secrecy review lets it pass."""
        signed = len(self.signatures) == len(self.chain.steps)
        return self.withdrawn is None and self.sent_back is None and signed and self.secrecy is not None

    def signers_of_others(self, step: int) -> frozenset[str]:
        """Who has signed, for himself or another, in any step but that one."""
        return frozenset().union(*(one.hands for one in self.signatures if one.step != step))

    def hands_of_others(self, step: int) -> frozenset[str]:
        """The same with those who entered a paper."""
        entered = {one.by for one in self.signatures if one.step != step and one.paper}
        return self.signers_of_others(step) | entered

    def task_name(self, task: int) -> str:
        """What people call a task: the step's name, 保密审查 or 拟稿."""
        if task == SECRECY:
            return SECRECY_NAME
        return "拟稿" if task == AUTHOR else self.chain.steps[task - 1].name

    def waiting(self) -> tuple[Waiting, ...]:
        """The tasks that wait now: the next step and the secrecy review side by side, or the author."""
        if not self.open:
            return ()
        if self.sent_back is not None:
            return (Waiting(AUTHOR, "修改", (), False, self.moved_at, frozenset()),)
        found = []
        if number := self.next_step:
            step = self.chain.steps[number - 1]
            barred = self.authors | self.hands_of_others(number)
            found.append(Waiting(number, step.name, step.roles, step.own_unit, self.moved_at, barred))
        if self.secrecy is None:
            roles = self.chain.secrecy_roles
            found.append(Waiting(SECRECY, SECRECY_NAME, roles, False, self.secrecy_since, self.authors))
        return tuple(found)
