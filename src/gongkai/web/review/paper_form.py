"""The form to enter a signature given outside of the system."""

from __future__ import annotations

from typing import Any

from django import forms

from gongkai.web.pages.forms import dress
from gongkai.web.people.models import Person
from gongkai.web.review.actions.papers import SOURCES
from gongkai.web.review.core.content import SHOWN
from gongkai.web.review.core.words import checks
from gongkai.web.review.forms import SeenForm


class PaperForm(SeenForm):
    """Who signed which step, when, where it shows."""

    prefix = "paper"
    task = forms.TypedChoiceField(label="签署的环节", coerce=int)
    signer = forms.ChoiceField(label="签署人", help_text="纸上或者办公系统中真正签署的人。")
    signed_on = forms.DateField(label="签署日期")
    source = forms.ChoiceField(label="签署在", choices=list(SOURCES.items()))
    fingerprint = forms.CharField(
        label="审核单上的内容校验码",
        max_length=SHOWN,
        help_text="照纸上填写，核对签的是现在的内容。",
    )
    checks = forms.MultipleChoiceField(
        label="纸上已经逐项核对", required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(key, one.name) for key, one in checks().items()], help_text="录入保密审查时不需要勾选。",
    )  # fmt: skip
    opinion = forms.CharField(label="签署的意见", required=False, max_length=500)
    basis = forms.CharField(
        label="保密审查的依据和理由", required=False, max_length=1000, help_text="只在录入保密审查时填写。"
    )
    scan = forms.FileField(label="扫描件", help_text="审核单的扫描件，或者办公系统中签署页面的截图、导出件。")

    def __init__(self, *args: Any, tasks: list[tuple[int, str]], people: list[Person], **kwargs: Any) -> None:
        # The choices must stand before the form is dressed, which looks at its errors.
        forms.Form.__init__(self, *args, **{"label_suffix": ""} | kwargs)
        self.fields["task"].choices = tasks  # type: ignore[attr-defined]
        self.fields["signer"].choices = [(str(p.pk), p.name) for p in people]  # type: ignore[attr-defined]
        dress(self)
