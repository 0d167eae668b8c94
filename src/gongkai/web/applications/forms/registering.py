"""登记申请: one form for each way in which an application comes in; at a visit at most twelve fields.

What looks doubtful (no name, no way to reach the applicant, a number that does not check) is asked about
once; whoever stays with it registers it all the same: nothing that arrives is turned away.

Source: 条例 art. 29 (三项内容；口头提出的代为填写); law.md §8. There is no field for a purpose.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, ClassVar

from django import forms

from gongkai.ledger.applications import Applicant
from gongkai.statute.events import Channel
from gongkai.web.applications.actions.file import Filing
from gongkai.web.applications.documents import doubt
from gongkai.web.applications.models.application import APPLICANTS, DOCUMENTS, GET_BY, LONGEST, PROVIDE_AS
from gongkai.web.pages.forms import OfficeForm, dress

PERSON, AGENT, ORGANISATION = "person", "agent", "organisation"
WHO = {PERSON: "自然人", AGENT: "自然人委托代理人", ORGANISATION: "法人或者其他组织"}
"""Who applies, as far as the form differs."""
CONTACT = ("phone", "address", "email", "fax")
HEAD = {
    PERSON: ("name", "document_kind", "document_number", "phone", "address"),
    AGENT: ("name", "document_kind", "document_number", "phone", "address", "agent", "agent_number"),
    ORGANISATION: (
        "name", "applicant", "document_number", "representative", "contact_person", "phone", "address",
    ),
}  # fmt: skip
WANTED = ("request", "matter", "provide_as", "get_by", "on")
FURTHER = ("record_name", "record_ref", "email", "fax", "postcode", "needs_help")
"""What a letter may say besides; at a visit it goes into the text of the request."""
DAYS = {
    Channel.IN_PERSON: "提交日期",
    Channel.ORAL: "口头提出的日期",
    Channel.REGISTERED_MAIL: "签收日期",
    Channel.PLAIN_MAIL: "收到信件的日期",
    Channel.EMAIL: "收到邮件的日期",
    Channel.FAX: "收到传真的日期",
    Channel.INTERNET: "网上提交的日期",
}


def names_for(channel: Channel, who: str) -> tuple[str, ...]:
    """The fields of the form for that channel and applicant, in their order."""
    if channel is Channel.IN_PERSON:
        return HEAD[who] + WANTED
    if channel is Channel.ORAL:
        return (*HEAD[who], *WANTED, "needs_help")
    return HEAD[who] + WANTED[:1] + FURTHER[:2] + WANTED[1:] + FURTHER[2:]


def _text(name: str, label: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=LONGEST[name], required=False, help_text=help_text)


def _choice(label: str, options: dict[Any, str], first: str = "", **more: Any) -> forms.ChoiceField:
    choices = [("", first)] if first else []
    return forms.ChoiceField(
        label=label, choices=[*choices, *((str(k), v) for k, v in options.items())], **more
    )


ORGANISATIONS = {k: v for k, v in APPLICANTS.items() if k is not Applicant.NATURAL_PERSON}
FIELDS: dict[str, Callable[[], forms.Field]] = {
    "name": lambda: _text("name", "姓名或者名称"),
    "applicant": lambda: _choice("组织类别", ORGANISATIONS, help_text="年度报告按这五类统计。"),
    "document_kind": lambda: _choice("证件种类", DOCUMENTS, initial="resident"),
    "document_number": lambda: _text("document_number", "证件号码"),
    "representative": lambda: _text("representative", "法定代表人"),
    "contact_person": lambda: _text("contact_person", "联系人"),
    "phone": lambda: _text("phone", "联系电话", "电话、地址等联系方式至少填写一种。"),
    "address": lambda: _text("address", "通信地址"),
    "postcode": lambda: _text("postcode", "邮政编码"),
    "email": lambda: _text("email", "电子邮箱"),
    "fax": lambda: _text("fax", "传真"),
    "agent": lambda: _text("agent", "代理人姓名", "请核对委托书和代理人证件，复印件随案卷保存。"),
    "agent_number": lambda: _text("agent_number", "代理人证件号码"),
    "request": lambda: forms.CharField(
        label="所需政府信息的内容描述",
        max_length=LONGEST["request"],
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="照申请书抄录：名称、文号，或者便于查询的其他特征。不询问用途。",
    ),
    "record_name": lambda: _text("record_name", "信息名称"),
    "record_ref": lambda: _text("record_ref", "文号"),
    "matter": lambda: _text("matter", "事项（内部简称）", "供列表使用，不写申请人和任何个人情况。"),
    "provide_as": lambda: _choice("提供方式", PROVIDE_AS, initial="any"),
    "get_by": lambda: _choice("获取方式", GET_BY, initial="any"),
    "needs_help": lambda: _text("needs_help", "需要的协助", "阅读、书写、听力有困难的，记下需要怎样的帮助。"),
    "on": lambda: forms.DateField(label="提交日期"),
}


class RegisterForm(OfficeForm):
    """The registration of one application by that channel."""

    ARTICLES: ClassVar[dict[str, str]] = {
        "name": "《条例》第二十九条第二款第（一）项",
        "request": "《条例》第二十九条第二款第（二）项",
        "provide_as": "《条例》第二十九条第二款第（三）项",
        "on": "《条例》第三十一条",
        "needs_help": "《条例》第四十三条",
    }

    def __init__(self, channel: Channel, who: str, today: dt.date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.channel, self.who, self.today = channel, who, today
        for name in names_for(channel, who):
            self.fields[name] = FIELDS[name]()
        if who == ORGANISATION:
            self.fields["name"].label = "名称"
            self.fields["document_number"].label = "统一社会信用代码"
        else:
            self.fields["name"].label = "姓名"
        self.fields["on"].label, self.fields["on"].initial = DAYS[channel], today
        self.fields["once_key"] = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
        if self.is_bound and self.data.get("anyway"):
            self._ask_anyway()
        dress(self)

    def _ask_anyway(self) -> None:
        label = "已经核对，仍然登记"
        self.fields["anyway"] = forms.BooleanField(label=label, required=False)

    def doubts(self, data: dict[str, Any]) -> dict[str, str]:
        """What to look at again, by field."""
        kind = "credit_code" if self.who == ORGANISATION else data.get("document_kind", "")
        found = {"document_number": doubt(kind, data.get("document_number", ""))}
        if data.get("agent_number"):
            found["agent_number"] = doubt("resident", data["agent_number"])
        if not data.get("name"):
            found["name"] = "没有写姓名或者名称，请向申请人核对；信件上确实没有的，可以先登记，再告知补正。"
        if not any(data.get(name) for name in CONTACT):
            found["phone"] = "没有任何联系方式，无法告知办理结果，请向申请人核对。"
        return {name: words for name, words in found.items() if words}

    def clean(self) -> dict[str, Any]:
        """No day to come; doubts once."""
        data: dict[str, Any] = super().clean() or {}
        on = data.get("on")
        if on and on > self.today:
            self.add_error("on", "日期还没有到，请核对。")
        doubts = self.doubts(data)
        if doubts and not data.get("anyway"):
            for name, words in doubts.items():
                self.add_error(name, words)
            if "anyway" not in self.fields:
                self._ask_anyway()
                dress(self)
        return data

    def filing(self) -> Filing:
        """What is filed; only once the form is valid."""
        data = self.cleaned_data
        values = {name: data[name] for name in names_for(self.channel, self.who) if name != "on"}
        applicant = values.pop("applicant", str(Applicant.NATURAL_PERSON))
        if self.who == ORGANISATION and values.get("document_number"):
            values["document_kind"] = "credit_code"
        if not values.get("document_number"):
            values["document_kind"] = ""
        return Filing(self.channel, data["on"], applicant, values, data["once_key"])
