"""A desk that makes acts for one invented review, so that a test says only what matters to it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from gongkai.web.review.core.acts import (
    AUTHOR,
    Act,
    Paper,
    Released,
    Resubmitted,
    Returned,
    SecrecySigned,
    Signed,
    Submitted,
    TakenOver,
    Withdrawn,
)
from gongkai.web.review.core.chain import DEFAULT, Chain
from gongkai.web.review.core.fold import fold
from gongkai.web.review.core.state import Review
from gongkai.web.review.core.words import checks

ALL = frozenset(checks())
DAY = dt.date(2026, 3, 2)
ROLES = ("reviewer", "office_head", "leader")


def at(hour: int) -> dt.datetime:
    """That hour after the first day began."""
    return dt.datetime(2026, 3, 2, tzinfo=dt.UTC) + dt.timedelta(hours=hour)


def paper(signer: str, on: dt.date = DAY) -> Paper:
    """A scan of what that person signed."""
    return Paper(signer, on, "paper", "scan-1", "审核单扫描件.pdf", "f" * 64)


@dataclass
class Desk:
    """Collects acts; each method adds one, at the next position and an hour later."""

    chain: Chain = DEFAULT
    hash: str = "sha256:aa"
    sort: str = ""
    acts: list[Act] = field(default_factory=list)

    def _common(self, by: str) -> dict[str, Any]:
        position = len(self.acts) + 1
        return {"position": position, "on": DAY, "recorded_at": at(position), "by": by}

    def add(self, act: Act) -> Desk:
        """Add an act as it is."""
        self.acts.append(act)
        return self

    def submit(self, by: str = "author") -> Desk:
        """Submit the content."""
        return self.add(
            Submitted(
                **self._common(by),
                kind="draft",
                of="d1",
                title="一则公告",
                hash=self.hash,
                chain=self.chain,
                sort=self.sort,
            )
        )

    def edit(self, hash_: str, by: str = "author") -> Desk:
        """Edit, or send again."""
        self.hash = hash_
        return self.add(Resubmitted(**self._common(by), title="一则公告", hash=hash_))

    def sign(self, step: int, by: str = "", **more: Any) -> Desk:
        """Sign a step on the latest hash, all checks ticked, in its first role."""
        values = {"hash": self.hash, "role": self.chain.steps[step - 1].roles[0], "checks": ALL} | more
        return self.add(Signed(**self._common(by or f"signer{step}"), step=step, **values))

    def secrecy(self, by: str = "keeper", conclusion: str = "disclose", **more: Any) -> Desk:
        """Sign for secrecy."""
        values = {"hash": self.hash, "role": "secrecy_reviewer", "basis": "依据"} | more
        return self.add(SecrecySigned(**self._common(by), conclusion=conclusion, **values))

    def send_back(self, task: int, to: int = AUTHOR, by: str = "", **more: Any) -> Desk:
        """Send back."""
        role = "secrecy_reviewer" if task < 0 else self.chain.steps[task - 1].roles[0]
        values = {"hash": self.hash, "role": role, "reason": "第二段有错字"} | more
        return self.add(Returned(**self._common(by or f"signer{task}"), task=task, to=to, **values))

    def take_over(self, author: str, by: str = "officer") -> Desk:
        """Hand the author's work over."""
        return self.add(TakenOver(**self._common(by), author=author))

    def withdraw(self, by: str = "author") -> Desk:
        """Take back."""
        return self.add(Withdrawn(**self._common(by)))

    def release(self, hash_: str = "", by: str = "publisher") -> Desk:
        """Let go out."""
        return self.add(Released(**self._common(by), hash=hash_ or self.hash, where="政府网站"))

    def all_steps(self) -> Desk:
        """Sign every step in order."""
        for number in range(1, len(self.chain.steps) + 1):
            self.sign(number)
        return self

    def review(self) -> Review:
        """What holds now."""
        found = fold(self.acts)
        assert found is not None
        return found

    def said(self) -> str:
        """Why the last act does not count; empty where it does."""
        last = self.review().uncounted[-1:]
        return last[0].sentence if last and last[0].position == len(self.acts) else ""
