"""The form of an application: what art. 29 asks for and nothing more. There is no field for a purpose.

A check that fails is a hint: it is shown once, and 仍然提交 files all the same. Only an application that asks
for nothing cannot be sent.

Source: 条例 art. 29; law.md §8.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms

from gongkai.ledger.applications import Applicant
from gongkai.web.applications.models.application import APPLICANTS, DOCUMENTS, GET_BY, LONGEST, PROVIDE_AS
from gongkai.web.applying.checks import concerns
from gongkai.web.applying.holding import EMPTY, Holding
from gongkai.web.pages.forms import OfficeForm, lines_of

PERSON, ORGANISATION = "person", "organisation"
WHO = {PERSON: "公民（自然人）", ORGANISATION: "法人或者其他组织"}
ONES = {
    PERSON: ("resident", "passport", "permit", "other"),
    ORGANISATION: ("credit_code", "other"),
}
"""The kinds of document of each."""
CHOOSE = [("", "请选择")]
EXPECTED = {"request", "applicant", "name", "document_kind", "document_number"}
"""What art. 29 asks everybody for, beside one means of contact."""


def text(name: str, label: str, help_text: str = "", **attrs: str) -> forms.CharField:
    """A line of text for a value of that name, that may stay empty."""
    most, widget = LONGEST[name], forms.TextInput(attrs=attrs)
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=most, widget=widget)


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the form with its heading, as ``pages/_fields.html`` takes it."""

    title: str
    words: str
    lines: tuple[dict[str, Any], ...]
    folded: bool = False


class FilingForm(OfficeForm):
    """One form for all six kinds of applicant; :data:`PARTS` tells what each is shown."""

    held: Holding = EMPTY

    applicant = forms.ChoiceField(
        label="申请人类别", choices=CHOOSE, required=False, help_text="只用于按国家规定的表格统计。"
    )
    name = text("name", "姓名")
    document_kind = forms.ChoiceField(label="证件种类", required=False, choices=CHOOSE)
    document_number = text("document_number", "证件号码", "只用于核对身份，加密保存，列表和通知里不出现。")
    representative = text("representative", "法定代表人或者负责人")
    contact_person = text("contact_person", "联系人")
    phone = text("phone", "联系电话", inputmode="tel", autocomplete="tel")
    email = text("email", "电子邮箱", inputmode="email", autocomplete="email")
    address = text("address", "通信地址", "选择邮寄的请写到门牌号。")
    postcode = text("postcode", "邮政编码", inputmode="numeric")
    fax = text("fax", "传真", inputmode="tel")
    agent = text("agent", "代理人姓名或者名称")
    agent_number = text("agent_number", "代理人证件号码")
    request = forms.CharField(
        label="需要什么政府信息",
        required=False,
        max_length=LONGEST["request"],
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="写得越具体，查找越快：哪个机关、哪一年、什么事项、什么文件。一份申请写一件事，办理更快，但不强求。",
    )
    record_name = text("record_name", "信息名称", "知道文件标题的，写在这里。")
    record_ref = text("record_ref", "文号", "例如临司〔2025〕3号。不知道可以不填。")
    provide_as = forms.ChoiceField(
        label="提供方式", required=False, choices=list(PROVIDE_AS.items()), initial="any"
    )
    get_by = forms.ChoiceField(
        label="获取方式", required=False, choices=list(GET_BY.items()), initial="online",
        help_text="选择网上获取的，答复做好以后凭登记号和查询码在本站下载。",
    )  # fmt: skip
    needs_help = text(
        "needs_help",
        "需要什么帮助",
        "阅读有困难，或者视力、听力、言语有障碍的，请写明，例如请打电话读给我听。机关应当提供必要的帮助。",
    )
    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    anyway = forms.BooleanField(required=False, widget=forms.HiddenInput)

    ARTICLES: ClassVar[dict[str, str]] = {
        "name": "《条例》第二十九条第二款第（一）项",
        "document_number": "《条例》第二十九条第二款第（一）项",
        "phone": "《条例》第二十九条第二款第（一）项",
        "request": "《条例》第二十九条第二款第（二）项",
        "provide_as": "《条例》第二十九条第二款第（三）项",
        "needs_help": "《条例》第四十三条",
    }

    def __init__(self, who: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.who, self.soft = who, False
        kinds = [(key, DOCUMENTS[key]) for key in ONES[who]]
        self.fields["document_kind"].choices = [*CHOOSE, *kinds]  # type: ignore[attr-defined]
        if who == ORGANISATION:
            self["name"].label = "名称"
            others = [(str(k), v) for k, v in APPLICANTS.items() if k is not Applicant.NATURAL_PERSON]
            self.fields["applicant"].choices = [*CHOOSE, *others]  # type: ignore[attr-defined]
        else:
            for name in ("applicant", "representative", "contact_person"):
                del self.fields[name]
        for name in EXPECTED & set(self.fields):
            self[name].label = f"{self[name].label}（应当填写）"

    def clean(self) -> dict[str, Any]:
        """Hints, unless 仍然提交 was pressed; an error only where nothing is asked for."""
        values: dict[str, Any] = super().clean() or {}
        if not (values.get("request") or values.get("record_name")):
            self.add_error("request", "请写明需要什么政府信息，哪怕只有一句话；其他各项都可以后补。")
        if self.who == ORGANISATION and not values.get("applicant"):
            self.add_error("applicant", "请选择一类；拿不准的选“其他”。")
        self.soft = not self.errors
        if not values.get("anyway"):
            for name, words in concerns(values, self.who == ORGANISATION):
                if name not in self.errors:
                    self.add_error(name, words)
        return values

    @property
    def values(self) -> dict[str, str]:
        """What is filed, by the names of the fields of an application."""
        found = {k: v.strip() for k, v in self.cleaned_data.items() if isinstance(v, str)}
        found["request"] = found["request"] or found["record_name"]
        if not found.get("document_kind") and found.get("document_number"):
            found["document_kind"] = "other"
        found["provide_as"] = found["provide_as"] or "any"
        found["get_by"] = found["get_by"] or "any"
        return {k: v for k, v in found.items() if k not in {"key", "applicant"}}

    @property
    def column(self) -> str:
        """The column of the official table that this applicant falls into."""
        return str(self.cleaned_data.get("applicant") or Applicant.NATURAL_PERSON)

    def groups(self) -> Iterator[Group]:
        """The parts of the form in their order."""
        by_name = {line["field"].name: line for line in lines_of(self, self.ARTICLES)}
        for title, words, names, folded in PARTS:
            lines = tuple(by_name[name] for name in names if name in by_name)
            wrong = any(line["field"].errors or line["field"].data for line in lines) if folded else True
            yield Group(title, words, lines, folded and not wrong)


PARTS = (
    ("需要什么", "", ("request", "record_name", "record_ref"), False),
    (
        "申请人", "",
        ("applicant", "name", "document_kind", "document_number", "representative", "contact_person"), False,
    ),
    (
        "怎样联系您", "至少填写一项，电话和通信地址最有用。",
        ("phone", "email", "address", "postcode", "fax"), False,
    ),
    ("怎样提供给您", "", ("provide_as", "get_by"), False),
    ("由他人代办的", "代理人代为申请的填写，并在附件里附授权委托书。", ("agent", "agent_number"), True),
    ("需要帮助的", "", ("needs_help",), False),
)  # fmt: skip
"""Heading, words, fields, and whether it is folded while empty."""
