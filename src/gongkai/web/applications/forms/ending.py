"""Withdrawal, an order to reply anew, and taking an entry back. arts. 27, 45; 行政复议法, 行政诉讼法."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from django import forms

from gongkai.statute.case_words import KINDS
from gongkai.statute.events import Event, Kind
from gongkai.values.dates import day_words
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.forms.entry import EntryForm
from gongkai.web.applications.timeline import taken_back
from gongkai.web.rights.actor import Actor

OPENING = (Kind.SUBMITTED, Kind.RECEIVED)
"""Entries that open a case: taking one back would undo the case itself."""


class WithdrawnForm(EntryForm):
    """The applicant takes the application back."""

    KIND = Kind.WITHDRAWN
    DAY = "申请人撤回的日期"
    REASON = "撤回的方式和凭据"


class RemandedForm(EntryForm):
    """A reconsideration decision or a judgment orders a new reply."""

    KIND = Kind.REMANDED
    DAY = "收到复议决定或者判决的日期"
    REASON = "文书名称、文号和责令的内容"
    ARTICLES: ClassVar[dict[str, str]] = {"until": "《行政复议法》第六十四条，《行政诉讼法》第七十条"}

    until = forms.DateField(label="责令重新答复的截止日", help_text="按决定或者判决写明的期限填写。")

    def carried(self, actor: Actor) -> dict[str, Any]:
        """The day that was ordered."""
        return {"until": self.cleaned_data["until"]}

    @classmethod
    def probe(cls, state: CaseState, on: dt.date) -> Event:
        """Until the same day."""
        return Event(cls.KIND, on, until=on)


class VoidedForm(EntryForm):
    """An entry was a mistake: it is taken back, and stays to be seen."""

    KIND = Kind.VOIDED
    DAY = "作废的日期"
    REASON = "作废的理由"
    ARTICLES: ClassVar[dict[str, str]] = {"of": "《条例》第四十五条"}

    of = forms.TypedChoiceField(label="作废哪一条", coerce=int)

    def told(self, state: CaseState) -> None:
        """The entries that may be taken back."""
        self.fields["of"].choices = list(voidable(state))  # type: ignore[attr-defined]

    def carried(self, actor: Actor) -> dict[str, Any]:
        """Which one."""
        return {"of": self.cleaned_data["of"], "approved_by": actor.name}

    @classmethod
    def probe(cls, state: CaseState, on: dt.date) -> Event:
        """The last that may be; none where there is none."""
        return Event(cls.KIND, on, of=next((number for number, _ in reversed(list(voidable(state)))), None))


def voidable(state: CaseState) -> list[tuple[int, str]]:
    """The entries that may be taken back, by position and words: no opening one, none that is gone."""
    gone = taken_back(state.rows)
    return [
        (row.position, f"第{row.position}条：{day_words(row.on)}，{KINDS[Kind(row.kind)]}")
        for row in state.rows
        if Kind(row.kind) not in (*OPENING, Kind.VOIDED) and row.position not in gone
    ]
