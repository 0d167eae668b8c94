"""The forms of the work on a case: a note, and to whom it is given."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from gongkai.web.applications.actions.assign import HANDLE, Given
from gongkai.web.applications.actions.note import RIGHTS, Noted
from gongkai.web.applications.colleagues import holders
from gongkai.web.applications.forms.entry import NO_SEEN
from gongkai.web.applications.models import Application
from gongkai.web.applications.models.work import DUTIES, NOTES
from gongkai.web.organs.models import Adviser
from gongkai.web.pages.forms import OfficeForm
from gongkai.web.people.models import Unit
from gongkai.web.rights.actor import Actor


class NoteForm(OfficeForm):
    """A note: its kind, the day, the text, whom it calls."""

    kind = forms.ChoiceField(label="种类")
    on = forms.DateField(label="日期")
    text = forms.CharField(
        label="内容", max_length=4000, widget=forms.Textarea({"rows": 4}),
        help_text="只有本机关办理人员能看到。在内容中写“@姓名”，会通知那位同事。",
    )  # fmt: skip
    to: Any = forms.ModelMultipleChoiceField(
        label="通知同事", queryset=None, required=False, help_text="可以不选；按住Ctrl键可以选几位。"
    )
    adviser: Any = forms.ModelChoiceField(
        label="出具法律意见的人",
        queryset=None,
        required=False,
        empty_label="本人",
        help_text="登记法律顾问、公职律师的意见时选择。",
    )

    def __init__(
        self, actor: Actor, application: Application, day: dt.date, *args: Any, **kwargs: Any
    ) -> None:
        kwargs["initial"] = {"on": day, "kind": "comment"} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        kinds: Any = self.fields["kind"]
        kinds.choices = [
            (key, words) for key, words in NOTES.items() if any(map(actor.may, RIGHTS.get(key, ())))
        ]
        readers: Any = self.fields["to"]
        readers.queryset = holders(application.organ, "applications.read", day)
        advisers: Any = self.fields["adviser"]
        advisers.queryset = Adviser.objects.for_organ(application.organ_id).on(day)
        advisers.label_from_instance = lambda one: f"{one.name}（{one.get_kind_display()}）"

    def noted(self) -> Noted:
        """What the form describes."""
        data = self.cleaned_data
        adviser = data["adviser"] if data["kind"] == "opinion" else None
        return Noted(data["kind"], data["text"].strip(), data["on"], tuple(data["to"]), adviser)


class AssignForm(OfficeForm):
    """To whom a case is given."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, error_messages={"required": NO_SEEN})
    duty = forms.ChoiceField(
        label="分工", choices=list(DUTIES.items()), help_text="新的承办接替原来的承办；协办可以有几位。"
    )
    unit: Any = forms.ModelChoiceField(
        label="处室",
        queryset=None,
        required=False,
        empty_label="不指定",
        help_text="只选处室的，由处室确定人员。",
    )
    person: Any = forms.ModelChoiceField(label="人员", queryset=None, required=False, empty_label="不指定")

    def __init__(self, application: Application, day: dt.date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units: Any = self.fields["unit"]
        units.queryset = Unit.objects.for_organ(application.organ_id).on(day)
        people: Any = self.fields["person"]
        people.queryset = holders(application.organ, HANDLE, day)

    def given(self) -> Given:
        """To whom."""
        data = self.cleaned_data
        return Given(data["duty"], data["unit"], data["person"])
