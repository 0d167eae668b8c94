"""The forms on the page of one's own case. None has a field that names the case: the pass does."""

from __future__ import annotations

import unicodedata
from typing import Any

from django import forms

from gongkai.web.applications.models.application import LONGEST
from gongkai.web.applying.holding import EMPTY, Holding
from gongkai.web.applying.models import SCORES
from gongkai.web.pages.forms import OfficeForm

MOST = LONGEST["request"]


class QueryForm(OfficeForm):
    """Number and code, as they stand on the receipt."""

    number = forms.CharField(
        label="登记号", max_length=40, help_text="例如2026-0001，写在回执上。",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    code = forms.CharField(
        label="查询码", max_length=60, help_text="十六个字母和数字，大小写、空格和横线都不影响。",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Full-width letters are the same letters."""
        values: dict[str, Any] = super().clean() or {}
        return {k: unicodedata.normalize("NFKC", v).strip() for k, v in values.items()}


class SeenForm(OfficeForm):
    """What every act names: the last entry that the applicant saw."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class TextForm(SeenForm):
    """A text for the office, with the files that are held for it."""

    held: Holding = EMPTY

    text = forms.CharField(label="内容", max_length=MOST, widget=forms.Textarea(attrs={"rows": 6}))


class WithdrawForm(SeenForm):
    """Words are free; that it is meant is asked."""

    text = forms.CharField(
        label="说明（可以不填）", max_length=MOST, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    sure = forms.BooleanField(label="我要撤回这件申请，知道撤回以后不再办理")


class ConfirmForm(SeenForm):
    """That it is meant is asked."""

    sure = forms.BooleanField(label="我确认这件申请是我提交的，以今天为机关收到申请之日")


class RatingForm(OfficeForm):
    """Five grades and free words."""

    score = forms.TypedChoiceField(
        label="您对办理情况", coerce=int, choices=list(SCORES.items()), widget=forms.RadioSelect
    )
    words = forms.CharField(
        label="意见（可以不填）", max_length=MOST, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
