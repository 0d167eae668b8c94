"""The form of the calculator: the days on which something happened; only the first is needed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms

from gongkai.statute.holiday_notices import regions
from gongkai.statute.parameters import value_on
from gongkai.values.errors import NotInForce
from gongkai.web.applying.forms.filing import Group
from gongkai.web.pages.forms import OfficeForm, lines_of

PAIRS = (
    ("corrected_on", "notice_on", "请同时填写发出补正告知书的日期。"),
    ("answered_on", "asked_on", "请同时填写发出征求意见书的日期。"),
    ("paid_on", "fee_on", "请同时填写发出收费通知书的日期。"),
    ("extended_on", "extended_days", "请填写延长的工作日数。"),
    ("extended_days", "extended_on", "请填写发出延期答复告知书的日期。"),
)
"""A field, what it cannot stand without, and what is said."""


def day(label: str, help_text: str = "", *, required: bool = False) -> forms.DateField:
    """A day."""
    return forms.DateField(label=label, help_text=help_text, required=required)


class DeadlineForm(OfficeForm):
    """Days; the address holds them, for they tell of nobody."""

    received = day(
        "收到申请之日",
        "当面提交的为提交之日，挂号信为签收之日，网上、电子邮件、传真、平信为双方确认之日。",
        required=True,
    )
    region = forms.ChoiceField(
        label="机关所在的地区",
        required=False,
        help_text="只有另行规定地方假日的地区需要选择。",
    )
    extended_on = day("发出延期答复告知书之日")
    extended_days = forms.IntegerField(label="延长的工作日数", required=False, min_value=1)
    asked_on = day("发出征求意见书之日", "征求第三方意见，到收到意见之日为止不计算在内。")
    answered_on = day("收到意见之日")
    notice_on = day("发出补正告知书之日")
    corrected_on = day("收到补正之日", "期限从这一天重新计算。")
    fee_on = day("发出收费通知书之日")
    paid_on = day("缴费完成之日")

    ARTICLES: ClassVar[dict[str, str]] = {
        "received": "《条例》第三十一条",
        "region": "《全国年节及纪念日放假办法》第四条",
        "extended_on": "《条例》第三十三条第二款",
        "asked_on": "《条例》第三十三条第三款",
        "notice_on": "《条例》第三十条",
        "fee_on": "国办函〔2020〕109号",
    }
    PARTS = (
        ("收到申请", ("received", "region"), False),
        ("延长期限", ("extended_on", "extended_days"), True),
        ("征求意见", ("asked_on", "answered_on"), True),
        ("补正", ("notice_on", "corrected_on"), True),
        ("信息处理费", ("fee_on", "paid_on"), True),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places: Any = self.fields["region"]
        places.choices = [("", "全国"), *((one.code, one.name) for one in regions())]

    def clean_received(self) -> dt.date:
        """A day since which all periods of today's regulation are in force."""
        on: dt.date = self.cleaned_data["received"]
        try:
            value_on("correction_notice_period", on)
        except NotInForce:
            raise forms.ValidationError("这一天太早，当时的规定与现在不同，请填写较近的日期。") from None
        return on

    def clean(self) -> dict[str, Any]:
        """What belongs together is filled in together."""
        values: dict[str, Any] = super().clean() or {}
        for name, other, words in PAIRS:
            if values.get(name) and not values.get(other) and other not in self.errors:
                self.add_error(other, words)
        return values

    def groups(self) -> Iterator[Group]:
        """The parts, folded while empty."""
        by_name = {line["field"].name: line for line in lines_of(self, self.ARTICLES)}
        for title, names, folded in self.PARTS:
            lines = tuple(by_name[name] for name in names)
            used = any(line["field"].errors or line["field"].data for line in lines)
            yield Group(title, "", lines, folded and not used)
