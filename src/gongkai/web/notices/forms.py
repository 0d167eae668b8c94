"""The forms of the notices."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from gongkai.web.notices.wording import TEXT_LIMIT, TITLE_LIMIT
from gongkai.web.pages.forms import OfficeForm

TIME = "时间请写成08:30这样的格式。"
LONGEST_SECRET = 200
LEAST_SECRET = 16


class PatternForm(OfficeForm):
    """The organ's own text of a kind."""

    title = forms.CharField(
        label="标题", max_length=TITLE_LIMIT, strip=True, help_text="即邮件的主题，不能换行。"
    )
    text = forms.CharField(label="正文", max_length=TEXT_LIMIT, widget=forms.Textarea(attrs={"rows": 6}))


class DeliveryForm(OfficeForm):
    """When and how messages go out."""

    quiet_since = forms.TimeField(label="免打扰开始", error_messages={"invalid": TIME})
    quiet_until = forms.TimeField(
        label="免打扰结束",
        error_messages={"invalid": TIME},
        help_text="这段时间里的邮件和短信，等到结束以后再发。开始和结束相同的，不设免打扰。",
    )
    quiet_rest_days = forms.BooleanField(label="休息日、节假日不发送，顺延到下一个工作日", required=False)
    digest_at = forms.TimeField(
        label="每日摘要时间",
        error_messages={"invalid": TIME},
        help_text="不急的事项合成一封邮件，每人每天最多一封；没有新事项的不发。",
    )
    by_mail = forms.BooleanField(
        label="发送电子邮件", required=False, help_text="只发给登记了电子邮箱的本机关人员。"
    )
    by_sms = forms.BooleanField(
        label="发送短信", required=False, help_text="须由系统运行人员先接入短信网关。"
    )
    webhook = forms.URLField(
        label="接口推送地址",
        required=False,
        assume_scheme="https",
        error_messages={"invalid": "请填写以 https:// 或 http:// 开头的完整地址。"},
        help_text="有新通知时向这个地址推送标题和链接，供本单位办公系统接收。不用的留空。",
    )
    secret = forms.CharField(
        label="接口签名密钥",
        required=False,
        min_length=LEAST_SECRET,
        max_length=LONGEST_SECRET,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"min_length": f"签名密钥至少{LEAST_SECRET}个字符。"},
        help_text="与接收方约定的密钥，对方用来核对消息确由本系统发出。不改的留空。",
    )

    KEYS: ClassVar[tuple[str, ...]] = (
        "quiet_since", "quiet_until", "quiet_rest_days", "digest_at", "by_mail", "by_sms", "webhook",
    )  # fmt: skip
