"""The forms about money and receipts: an estimate, a refund, the day on which a notice was received."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from gongkai.statute.fees import Mode
from gongkai.web.applications.forms.entry import NO_SEEN
from gongkai.web.pages.forms import OfficeForm

FEE = "国办函〔2020〕109号"
MODES = {Mode.PER_APPLICATION: "按件计收", Mode.PER_PAGE: "按量计收"}


class EstimateForm(OfficeForm):
    """What a fee would be."""

    ARTICLES: ClassVar[dict[str, str]] = {"mode": FEE}

    mode = forms.ChoiceField(
        label="计收方式",
        choices=[(str(k), v) for k, v in MODES.items()],
        help_text="一件申请只能选一种方式。",
    )
    nth = forms.IntegerField(
        label="该申请人当月的第几件",
        required=False,
        min_value=1,
        help_text="按件计收时填写，按收到申请之日计算。",
    )
    pages = forms.IntegerField(
        label="提供的页数",
        required=False,
        min_value=0,
        help_text="按量计收时填写，A4及以下幅面的单面为一页。",
    )
    public = forms.BooleanField(label="答复只告知已经主动公开信息的获取途径", required=False)


class RefundForm(OfficeForm):
    """A fee given back."""

    amount = forms.IntegerField(label="退还金额（元）", min_value=1)
    on = forms.DateField(label="退还日期")
    reason = forms.CharField(label="退还的理由", max_length=200)


class ReceiptForm(OfficeForm):
    """The day on which the applicant received a notice."""

    ARTICLES: ClassVar[dict[str, str]] = {"on": "《条例》第三十条、第四十二条"}

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, error_messages={"required": NO_SEEN})
    on = forms.DateField(
        label="申请人收到通知的日期",
        help_text="补正期限、缴费期限从收到通知的次日起算；请留存送达回证或者邮寄凭证。",
    )
