"""A bureau with a draft under review, and who does what there."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest
from django.utils import timezone

from gongkai.web.review.actions.doing import Seen
from gongkai.web.review.actions.drafts import begin_draft
from gongkai.web.review.actions.signing import send_back, sign, sign_secrecy
from gongkai.web.review.actions.submitting import submit
from gongkai.web.review.core.acts import AUTHOR
from gongkai.web.review.core.chain import DEFAULT
from gongkai.web.review.core.words import checks
from gongkai.web.review.ledger import File, file_of
from gongkai.web.review.models import Draft
from tests.web.offices import Office

VALUES: dict[str, Any] = {
    "title": "关于举办法治宣传日活动的公告",
    "body": "定于三月十二日上午在文化广场举办宣传活动。\n现场提供法律咨询12场次。",
    "column": "通知公告",
    "origin": "own",
    "attribute": "active",
    "personal": "no",
    "platforms": ["site"],
}


@dataclass
class Round:
    """A draft of an office under review; each method is one act of the right person, now or at a given time."""

    office: Office
    draft: Draft
    file: File

    @property
    def seen(self) -> Seen:
        """What a page opened now would show."""
        return Seen(self.file.position, self.file.review.hash)

    @property
    def organ_id(self) -> Any:
        """The organ's id."""
        return self.office.organ.pk

    def again(self) -> File:
        """The record as it now stands in the table."""
        found = file_of(self.organ_id, self.file.id)
        assert found is not None
        self.file = found
        return found

    def sign(self, step: int, now: dt.datetime | None = None, number: int = 1) -> Round:
        """Sign a step by who holds its role."""
        actor = self.office.actor(DEFAULT.steps[step - 1].roles[0], number)
        self.file = sign(
            actor,
            self.file.id,
            self.seen,
            now or timezone.now(),
            step=step,
            checks=checks(),
            opinion=f"同意{step}",
        )
        return self

    def secrecy(self, conclusion: str = "disclose") -> Round:
        """Sign for secrecy."""
        actor = self.office.actor("secrecy_reviewer")
        self.file = sign_secrecy(
            actor, self.file.id, self.seen, timezone.now(), conclusion=conclusion, basis="不涉及国家秘密"
        )
        return self

    def send_back(self, task: int, to: int = AUTHOR, **more: Any) -> Round:
        """Send back by who holds the step."""
        actor = self.office.actor(DEFAULT.steps[task - 1].roles[0])
        self.file = send_back(
            actor, self.file.id, self.seen, timezone.now(), task=task, to=to, **{"reason": "时间写错", **more}
        )
        return self

    def complete(self) -> Round:
        """Everything signed."""
        return self.sign(1).sign(2).sign(3).secrecy()


def begun(office: Office) -> Round:
    """A new draft, submitted."""
    author = office.actor("handler")
    draft = begin_draft(author, timezone.now(), **VALUES)
    return Round(office, draft, submit(author, "draft", str(draft.pk), timezone.now()))


@pytest.fixture
def round_(office: Office) -> Round:
    """A draft under review, nothing signed yet."""
    return begun(office)
