"""The form of a draft: the fields of the review form that the author fills in."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from gongkai.web.pages.forms import OfficeForm
from gongkai.web.review.models import DraftVersion
from gongkai.web.review.models.drafts import ATTRIBUTES, ORIGINS, PERSONAL, PLATFORMS


class DraftForm(OfficeForm):
    """A draft; ``version`` and ``position`` say what the page showed."""

    ARTICLES: ClassVar[dict[str, str]] = {
        "attribute": "《政府信息公开条例》第十三条、第十七条",
        "personal": "《政府信息公开条例》第十五条",
    }
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    position = forms.IntegerField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(label="标题", max_length=200, help_text="会出现在列表中，不要写入个人信息。")
    body = forms.CharField(
        label="正文", max_length=200_000, strip=False, widget=forms.Textarea(attrs={"rows": 14}),
        help_text="每一段占一行。审核人按段查看、按段标记。",
    )  # fmt: skip
    column = forms.CharField(label="拟发栏目", max_length=100, required=False, help_text="例如：通知公告。")
    origin = forms.ChoiceField(label="来源", choices=list(ORIGINS.items()))
    source = forms.CharField(
        label="原文出处", max_length=200, required=False, help_text="转载、报送的，写明来源和原文标题。"
    )
    platforms = forms.MultipleChoiceField(
        label="拟发布平台",
        choices=list(PLATFORMS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    planned_on = forms.DateField(label="拟发布日期", required=False)
    attribute = forms.ChoiceField(
        label="公开属性", choices=list(ATTRIBUTES.items()),
        help_text="不予公开的，不要在这里起草和送审。",
    )  # fmt: skip
    attribute_reason = forms.CharField(
        label="不主动公开的理由", max_length=200, required=False, help_text="选“依申请公开”的，写明理由。"
    )
    personal = forms.ChoiceField(label="个人信息", choices=list(PERSONAL.items()))

    @staticmethod
    def of(version: DraftVersion, position: int) -> dict[str, Any]:
        """The fields of a version as the form starts with them."""
        names = DraftForm.base_fields.keys() - {"version", "position"}
        told = {name: getattr(version, name) for name in names}
        return told | {"version": version.number, "position": position}

    def values(self) -> dict[str, Any]:
        """What the version takes."""
        data = {k: v for k, v in self.cleaned_data.items() if k not in {"version", "position"}}
        return data | {"body": data["body"].replace("\r\n", "\n")}

    def take(self, error: ValidationError) -> None:
        """Show what the action objected to, beside its field where it names one."""
        if hasattr(error, "error_dict"):
            for name, problems in error.message_dict.items():
                self.add_error(name if name in self.fields else None, problems)
        else:
            self.add_error(None, error.messages)
