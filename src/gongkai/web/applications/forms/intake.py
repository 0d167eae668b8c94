"""The forms of the intake: confirmation, a try to reach the applicant, splitting, together, a double."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from django import forms

from gongkai.web.applications.actions.split import Part
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.models.application import LONGEST
from gongkai.web.pages.forms import OfficeForm, dress

EXPIRED = "页面已经过期，请返回后重新打开。"
PRIVATE = "会显示在办理过程中，请不要写姓名、电话等个人情况。"
PARTS = 5
"""Parts that one page splits off; more are split off by doing it again."""


def _lines(label: str, rows: int, help_text: str = "", **more: Any) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, max_length=LONGEST["request"], widget=area, help_text=help_text, **more
    )


class SeenForm(OfficeForm):
    """A form for a case as it was shown: ``seen`` is its last position then."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, error_messages={"required": EXPIRED})

    def __init__(self, state: CaseState, *args: Any, **kwargs: Any) -> None:
        self.state = state
        kwargs["initial"] = {"seen": state.position, **self.start(state)} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)

    def start(self, state: CaseState) -> dict[str, Any]:
        """What the form begins with."""
        return {}


class ConfirmForm(SeenForm):
    """The day on which both sides confirmed it."""

    ARTICLES: ClassVar[dict[str, str]] = {"on": "《条例》第三十一条"}

    on = forms.DateField(label="双方确认之日", help_text="这一天为收到申请之日，按这一天判断是否逾期。")
    matter = forms.CharField(
        label="事项（内部简称）",
        max_length=LONGEST["matter"],
        required=False,
        help_text="供列表使用，不写申请人和任何个人情况。",
    )
    words = _lines("怎样确认的", 2, f"例如电话、短信、邮件回复。{PRIVATE}", required=False)

    def start(self, state: CaseState) -> dict[str, Any]:
        """Today, and the name that the matter has."""
        return {"on": state.on, "matter": state.application.matter}

    def clean_on(self) -> dt.date:
        """Not before it was filed."""
        on: dt.date = self.cleaned_data["on"]
        if on < self.state.application.filed_on:
            raise forms.ValidationError("确认之日不能早于提交之日，请核对。")
        return on


class AttemptForm(SeenForm):
    """A try to reach the applicant."""

    on = forms.DateField(label="联系日期")
    text = _lines("怎样联系的，结果如何", 3, "例如拨打留的电话无人接听。不要抄录电话号码。")
    online = forms.BooleanField(
        label="请申请人在网上的办理页面确认",
        required=False,
        help_text="申请人凭登记号和查询码打开页面、点确认的当天，即双方确认之日，自动登记为收到之日。",
    )

    def start(self, state: CaseState) -> dict[str, Any]:
        """Today."""
        return {"on": state.on}

    def clean_on(self) -> dt.date:
        """No day to come."""
        on: dt.date = self.cleaned_data["on"]
        if on > self.state.on:
            raise forms.ValidationError("日期还没有到，请核对。")
        return on


class SplitForm(SeenForm):
    """What is split off: up to five parts, each with its text and name."""

    def __init__(self, state: CaseState, *args: Any, **kwargs: Any) -> None:
        super().__init__(state, *args, **kwargs)
        for number in range(1, PARTS + 1):
            first = "照原文抄录要单独办理的一项。原来的一件保留全文。" if number == 1 else ""
            self.fields[f"request{number}"] = _lines(f"第{number}项的内容", 2, first, required=number == 1)
            self.fields[f"matter{number}"] = forms.CharField(
                label=f"第{number}项的事项（内部简称）", max_length=LONGEST["matter"], required=False
            )
        dress(self)

    def parts(self) -> list[Part]:
        """The parts that were written."""
        data = self.cleaned_data
        pairs = ((data[f"request{n}"].strip(), data[f"matter{n}"].strip()) for n in range(1, PARTS + 1))
        return [Part(request, matter) for request, matter in pairs if request]


class OtherForm(SeenForm):
    """The number of another case."""

    other = forms.CharField(label="另一件的登记号", max_length=20)


class DoubleForm(OtherForm):
    """The number of the one that was filed first, and why this one is its double."""

    reason = _lines("作废的理由", 3, f"写明怎样查实是重复提交。{PRIVATE}")


class UrgeForm(SeenForm):
    """What is asked for."""

    text = _lines("督办要求", 3, f"写明要求和时间。{PRIVATE}")
