"""The small forms on the page of a letter's way."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from django import forms

from gongkai.web.organs.choosing import Choices
from gongkai.web.pages.forms import OfficeForm
from gongkai.web.replies.models import CHANNELS, CLASSES, OUTCOMES, PURPOSES, WHAT
from gongkai.web.replies.options import CLASS, years


class DeliveryForm(OfficeForm):
    """A fact on the way of a letter, with its evidence."""

    prefix = "delivery"
    what = forms.ChoiceField(label="情况", choices=[("", "请选择"), *WHAT.items()])
    channel = forms.ChoiceField(label="送达方式", choices=[("", "请选择"), *CHANNELS.items()])
    on = forms.DateField(
        label="日期",
        help_text="交寄、签收、退回的当日；公告送达的，填期满之日。网上送达以申请人打开之日为准（推断的算法，可以设置）。",
    )
    tracking = forms.CharField(label="邮件号码或者发送凭证", max_length=80, required=False)
    note = forms.CharField(
        label="备注",
        max_length=300,
        required=False,
        help_text="例如由谁代收、退回的原因、公告的载体。不要写联系方式。",
    )
    file = forms.FileField(
        label="凭证文件", required=False, help_text="送达回证、签收页、退件信封、公告页面的扫描件或者图片。"
    )
    ARTICLES: ClassVar = {"what": "《条例》第四十条", "file": "《条例》第四十五条"}


class ReviewForm(OfficeForm):
    """What the actor saw of the review: its last position, 0 where there was none."""

    prefix = "review"
    position = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class CorrectionForm(OfficeForm):
    """Why a letter that went out is corrected; ``seen`` is how many corrections of it the page showed."""

    prefix = "correction"
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    reason = forms.CharField(
        label="原文书哪里有误",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="写进更正的文书。原文书和办理结果都不改变，另发一份更正的文书。",
    )
    holds = forms.CharField(
        label="更正为",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="写进更正的文书。",
    )


class ReassessForm(OfficeForm):
    """A look at something withheld."""

    outcome = forms.ChoiceField(label="评估结论", choices=[("", "请选择"), *OUTCOMES.items()])
    on = forms.DateField(label="评估日期")
    reason = forms.CharField(
        label="理由", max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="情势有没有变化；可以公开的，接着在办件页面办理“转主动公开”。",
    )  # fmt: skip
    ARTICLES: ClassVar = {"outcome": "《条例》第十八条"}


class ArchiveForm(OfficeForm):
    """The class of retention."""

    retention = forms.ChoiceField(
        label="保管期限", choices=[("", "请选择"), *CLASSES.items()],
        help_text="按本机关的文件材料归档范围和保管期限表确定；各档的年数在“机关—设置”查看和改变，默认的年数凭记忆记载，待核对。",
    )  # fmt: skip
    ARTICLES: ClassVar = {"retention": "《条例》第四十五条"}

    def of(self, organ: Any, day: dt.date) -> ArchiveForm:
        """With the years of this organ on that day, and its usual class chosen."""
        counted = {key: years(organ, key, day) for key in CLASSES}
        words = {
            key: f"{name}（{counted[key]}年）" if counted[key] else name for key, name in CLASSES.items()
        }
        field: Any = self.fields["retention"]
        field.choices = [("", "请选择"), *words.items()]
        self.initial["retention"] = Choices(organ).value(CLASS, day)
        return self


class ReasonForm(OfficeForm):
    """A reason, for what cannot be undone."""

    reason = forms.CharField(label="依据和理由", max_length=200, widget=forms.Textarea(attrs={"rows": 2}))


class ProposeForm(OfficeForm):
    """For what a draft is proposed, and why."""

    purpose = forms.ChoiceField(label="用途", choices=[("", "请选择"), *PURPOSES.items()])
    reason = forms.CharField(
        label="理由", max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="例如几个申请人要求相同的信息、申请人建议主动公开、经常有人询问。",
    )  # fmt: skip
    ARTICLES: ClassVar = {"purpose": "《条例》第四十四条"}


class ReleaseForm(OfficeForm):
    """What the actor saw of the review of a draft."""

    position = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
