"""What every form of an entry has: the position that was shown, the day, a remark; and the event made of
them.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from django import forms

from gongkai.statute.events import Event, Kind
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.remarks import WORDS
from gongkai.web.pages.forms import Dressed, OfficeForm, dress
from gongkai.web.rights.actor import Actor

REMARK_HELP = "会显示在办理过程中，请不要写姓名、电话等个人信息。"
NO_SEEN = "页面已经过期，请返回后重新打开。"


class EntryForm(OfficeForm):
    """An entry of one kind; ``seen`` is the last position that the page showed.

    A kind names the label of its day in ``DAY``; where the remark is a must, its label in ``REASON``.
    """

    KIND: ClassVar[Kind]
    DAY: ClassVar[str] = "日期"
    DAY_HELP: ClassVar[str] = ""
    REASON: ClassVar[str] = ""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, error_messages={"required": NO_SEEN})
    on = forms.DateField(label="日期")
    words = forms.CharField(
        label="备注",
        required=False,
        max_length=1000,
        help_text=REMARK_HELP,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, state: CaseState, *args: Any, **kwargs: Any) -> None:
        """For a case as it stands."""
        self.state = state
        start = {"seen": state.position, "on": state.on, **self.start(state)}
        kwargs["initial"] = start | (kwargs.get("initial") or {})
        kwargs.setdefault("label_suffix", "")
        # A bound field keeps the label that it was made with, so the labels come before the form is dressed.
        super(Dressed, self).__init__(*args, **kwargs)
        self.fields["on"].label = self.DAY
        self.fields["on"].help_text = self.DAY_HELP
        if self.REASON:
            self.fields["words"].label, self.fields["words"].required = self.REASON, True
        self.order_fields([name for name in self.fields if name != "words"] + ["words"])
        self.told(state)
        dress(self)

    def told(self, state: CaseState) -> None:
        """What a kind says of its fields only when it knows the case: choices, help."""

    def start(self, state: CaseState) -> dict[str, Any]:
        """What the form begins with, from the case."""
        return {}

    @property
    def seen_position(self) -> int:
        """The last position that was shown."""
        return int(self.cleaned_data["seen"])

    def event(self, actor: Actor) -> Event:
        """The event that the form describes."""
        return Event(self.KIND, self.cleaned_data["on"], **self.carried(actor))

    def carried(self, actor: Actor) -> dict[str, Any]:
        """What the event of this kind carries beside its day."""
        return {}

    def own(self) -> dict[str, Any]:
        """What the row keeps beside the event."""
        return {WORDS: self.cleaned_data["words"].strip() or None}

    @classmethod
    def probe(cls, state: CaseState, on: dt.date) -> Event:
        """An event of this kind as it might be on that day, to ask the core whether it may stand."""
        return Event(cls.KIND, on)
