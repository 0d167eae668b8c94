"""What the approver grants about the period of the reply: an extension, a later day. 条例 arts. 33, 35."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from django import forms

from gongkai.statute.case import periods_on
from gongkai.statute.events import Event, Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.forms.entry import EntryForm
from gongkai.web.rights.actor import Actor

A33, A35 = "《条例》第三十三条第二款", "《条例》第三十五条"


def extension_left(state: CaseState) -> int:
    """How many working days the law still leaves for extensions."""
    try:
        limit = periods_on(state.case.received_on or state.on).extension
    except NotAllowed:
        return 0
    return limit - (state.clock.case.used if state.clock else 0)


class ExtendedForm(EntryForm):
    """The reply takes longer: the head of the office agrees, and the applicant is told."""

    KIND = Kind.EXTENDED
    DAY = "告知申请人延期的日期"
    DAY_HELP = "应当在答复期限届满之前告知。"
    REASON = "延期的理由"
    ARTICLES: ClassVar[dict[str, str]] = {"days": A33, "words": A33}

    days = forms.IntegerField(label="延长的工作日数", min_value=1)

    def start(self, state: CaseState) -> dict[str, Any]:
        """What the law leaves."""
        return {"days": max(extension_left(state), 1)}

    def told(self, state: CaseState) -> None:
        """How many days the law leaves."""
        self.fields["days"].help_text = f"合计不得超过法定上限，还可以延长{extension_left(state)}个工作日。"

    def carried(self, actor: Actor) -> dict[str, Any]:
        """The days, and who has agreed: who enters it."""
        return {"days": self.cleaned_data["days"], "approved_by": actor.name}

    @classmethod
    def probe(cls, state: CaseState, on: dt.date) -> Event:
        """By one day."""
        return Event(cls.KIND, on, days=1, approved_by="批准人")


class DeferredForm(EntryForm):
    """The reasons are sound but the number too great: a reasonable later day is set and told."""

    KIND = Kind.DEFERRED
    DAY = "告知申请人延迟答复的日期"
    REASON = "延迟答复的理由"
    ARTICLES: ClassVar[dict[str, str]] = {"until": A35}

    until = forms.DateField(
        label="确定的答复截止日", help_text="法律只要求“合理期限”，请写明根据工作量能够答复的日期。"
    )

    def carried(self, actor: Actor) -> dict[str, Any]:
        """The day that was set."""
        return {"until": self.cleaned_data["until"], "approved_by": actor.name}

    @classmethod
    def probe(cls, state: CaseState, on: dt.date) -> Event:
        """Until the same day."""
        return Event(cls.KIND, on, until=on)
