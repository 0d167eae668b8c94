"""The fee: the notice, its receipt, payment, lapse. 条例 art. 42; 国办函〔2020〕109号."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from django import forms

from gongkai.statute.events import Event, Kind
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.forms.entry import EntryForm
from gongkai.web.rights.actor import Actor

A42 = "《条例》第四十二条，国办函〔2020〕109号"


class FeeNoticeForm(EntryForm):
    """The fee is told, once."""

    KIND = Kind.FEE_NOTICE
    DAY = "发出收费通知书的日期"
    REASON = "收费的理由和计算"
    ARTICLES: ClassVar[dict[str, str]] = {"amount": A42}

    amount = forms.IntegerField(
        label="金额（元）", min_value=1, help_text="可以先用“测算收费”算出金额和计算过程。"
    )
    received = forms.DateField(
        label="申请人收到通知的日期",
        required=False,
        help_text="缴费期限从收到的次日起算；尚未送达的，以后补记。",
    )

    def carried(self, actor: Actor) -> dict[str, Any]:
        """The amount, who approved, the receipt where it is known."""
        return {
            "amount": self.cleaned_data["amount"],
            "approved_by": actor.name,
            "notice_received_on": self.cleaned_data.get("received"),
        }

    @classmethod
    def probe(cls, state: CaseState, on: dt.date) -> Event:
        """Some amount."""
        return Event(cls.KIND, on, amount=1)


class FeePaidForm(EntryForm):
    """The fee is paid."""

    KIND = Kind.FEE_PAID
    DAY = "缴费完成的日期"
    ARTICLES: ClassVar[dict[str, str]] = {"on": A42}


class FeeLapsedForm(EntryForm):
    """The fee is not paid within its period: the application is taken as given up."""

    KIND = Kind.FEE_LAPSED
    DAY = "作出终止处理的日期"
    DAY_HELP = "缴费期限届满的次日起才能登记。"
    ARTICLES: ClassVar[dict[str, str]] = {"on": A42}
