"""Correction and reasons: what the applicant is asked for once, and what he answers. 条例 arts. 30, 35."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from django import forms

from gongkai.statute.events import Event, Kind
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.forms.entry import EntryForm
from gongkai.web.rights.actor import Actor

A30, A35 = "《条例》第三十条", "《条例》第三十五条"


class CorrectionNoticeForm(EntryForm):
    """The applicant is asked, once, to complete the application."""

    KIND = Kind.CORRECTION_NOTICE
    DAY = "发出补正告知书的日期"
    REASON = "需要补正的事项"
    ARTICLES: ClassVar[dict[str, str]] = {"until": A30, "words": A30}

    until = forms.DateField(
        label="补正期限的截止日",
        required=False,
        help_text="告知书写明具体日期的填写；写明“收到之日起若干工作日”的，填写送达日期，由系统计算。",
    )
    received = forms.DateField(
        label="申请人收到告知书的日期", required=False, help_text="尚未送达的，以后补记。"
    )

    def carried(self, actor: Actor) -> dict[str, Any]:
        """The last day, or the receipt from which it is counted."""
        return {
            "until": self.cleaned_data.get("until"),
            "notice_received_on": self.cleaned_data.get("received"),
        }

    @classmethod
    def probe(cls, state: CaseState, on: dt.date) -> Event:
        """With a last day."""
        return Event(cls.KIND, on, until=on)


class CorrectedForm(EntryForm):
    """The completed application has come; late only for a good reason."""

    KIND = Kind.CORRECTED
    DAY = "收到补正申请的日期"
    ARTICLES: ClassVar[dict[str, str]] = {"justified": A30}

    justified = forms.BooleanField(
        label="逾期补正，但有正当理由（理由写在备注中）",
        required=False,
        help_text="在期限内补正的，不必勾选。",
    )

    def clean(self) -> dict[str, Any]:
        """The good reason must be told."""
        found = super().clean() or {}
        if found.get("justified") and not found.get("words", "").strip():
            self.add_error("words", "请写明逾期补正的正当理由。")
        return found

    def carried(self, actor: Actor) -> dict[str, Any]:
        """The fact of the good reason."""
        return {"facts": ("justified_delay",) if self.cleaned_data["justified"] else ()}

    @classmethod
    def probe(cls, state: CaseState, on: dt.date) -> Event:
        """With a good reason, so that only the stage decides."""
        return Event(cls.KIND, on, facts=("justified_delay",))


class CorrectionLapsedForm(EntryForm):
    """Nothing came within the period, without a good reason: the application is taken as given up."""

    KIND = Kind.CORRECTION_LAPSED
    DAY = "作出终止处理的日期"
    DAY_HELP = "补正期限届满当日补正仍为有效，次日起才能登记。"
    REASON = "没有正当理由的判断依据"
    ARTICLES: ClassVar[dict[str, str]] = {"on": A30}


class ReasonsRequestedForm(EntryForm):
    """The applicant is asked for reasons, for numbers that are clearly beyond what is reasonable."""

    KIND = Kind.REASONS_REQUESTED
    DAY = "发出说明理由告知书的日期"
    REASON = "数量、频次明显超过合理范围的情况"
    ARTICLES: ClassVar[dict[str, str]] = {"words": A35}


class ReasonsGivenForm(EntryForm):
    """The applicant has given reasons."""

    KIND = Kind.REASONS_GIVEN
    DAY = "收到理由说明的日期"
    REASON = "申请人说明的理由"
    ARTICLES: ClassVar[dict[str, str]] = {"words": A35}
