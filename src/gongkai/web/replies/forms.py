"""The small forms on the page of a letter's way."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from gongkai.web.pages.forms import OfficeForm
from gongkai.web.replies.models import CHANNELS, WHAT


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
    """Why a letter that went out is corrected."""

    prefix = "correction"
    reason = forms.CharField(
        label="更正的理由",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="原文书哪里有误，怎样更正。原文书和办理结果都不改变，另发一份更正的文书。",
    )
