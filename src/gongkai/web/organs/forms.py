"""The forms of the organ: its own facts, and one for each section."""

from __future__ import annotations

from typing import Any, ClassVar, cast

from django import forms

from gongkai.statute.review_bodies import organ_kinds
from gongkai.web.organs.models import Organ
from gongkai.web.organs.sections import Section
from gongkai.web.pages.forms import OfficeModelForm, field_for


class OrganForm(OfficeModelForm):
    """The facts of the organ itself; its code stays."""

    kind = forms.ChoiceField(label="机关类别", help_text="决定行政复议机关是谁。")
    ARTICLES: ClassVar[dict[str, str]] = {
        "kind": "《行政复议法》第二十四条至第二十八条",
        "region": "GB/T 2260",
        "credit_code": "GB 32100-2015",
        "document_mark": "GB/T 9704-2012",
    }

    class Meta:
        model = Organ
        formfield_callback = field_for
        error_messages = {  # noqa: RUF012  as Django has it
            "own_site": {"invalid": "请填写完整的网址，例如 https://www.linxi.gov.example/。"}
        }
        fields = (
            "name", "short_name", "kind", "level", "region", "credit_code", "document_mark", "own_site",
            "hosted_on",
        )  # fmt: skip
        help_texts = {  # noqa: RUF012  as Django has it
            "document_mark": "文号中代表本机关的字，例如“临司”。",
            "own_site": "没有自己的网站的，不填；这时公开件和年度报告打包交给所依托的政府网站发布。",
            "region": "6位数字，决定适用哪一地的放假安排。",
            "hosted_on": "例如：临溪县人民政府网站。",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind: Any = self.fields["kind"]
        kind.choices = [("", "请选择"), *organ_kinds().items()]


def form_of(section: Section) -> type[OfficeModelForm]:
    """The form of a section, made from its table: its fields, and from which day on."""
    made: Any = forms.modelform_factory(
        section.model, form=OfficeModelForm, fields=[*section.fields, "since"], help_texts=section.helps
    )
    return cast("type[OfficeModelForm]", made)
