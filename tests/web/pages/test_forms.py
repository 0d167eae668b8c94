"""Forms speak Chinese, and help and errors are tied to their field."""

from __future__ import annotations

from typing import ClassVar

from django import forms
from django.template.loader import render_to_string

from gongkai.web.organs.models import DisclosureOffice
from gongkai.web.pages.forms import OfficeForm, OfficeModelForm


class Trial(OfficeForm):
    ARTICLES: ClassVar[dict[str, str]] = {"day": "《条例》第三十一条"}
    day = forms.DateField(label="收到日期", help_text="当面提交的，为提交之日。")
    kind = forms.ChoiceField(label="种类", choices=[("a", "甲")])
    sure = forms.BooleanField(label="已核对", required=False)
    several = forms.MultipleChoiceField(
        label="方式", choices=[("a", "甲"), ("b", "乙")], widget=forms.CheckboxSelectMultiple, required=False
    )


class Block(OfficeModelForm):
    class Meta:
        model = DisclosureOffice
        fields = ("name", "email")


def test_help_and_article_stand_with_the_field() -> None:
    page = render_to_string("pages/_fields.html", {"form": Trial()})
    assert "当面提交的，为提交之日。" in page
    assert "《条例》第三十一条" in page
    assert 'aria-describedby="id_day-help"' in page
    assert 'type="date"' in page
    assert "<legend>方式" in page
    assert page.index('name="sure"') < page.index("已核对")


def test_errors_are_chinese_and_tied_to_the_field() -> None:
    form = Trial({"day": "gestern", "kind": "z"})
    assert not form.is_valid()
    page = render_to_string("pages/_fields.html", {"form": Trial({"day": "gestern", "kind": "z"})})
    assert "日期请写成2026-03-02这样的格式。" in page
    assert "请从列表中选择。" in page
    assert 'id="id_day-error"' in page
    assert form.errors["day"]


def test_a_form_of_a_model() -> None:
    form = Block({"name": ""})
    assert not form.is_valid()
    assert form.errors["name"] == ["请填写这一项。"]
    assert [line["field"].name for line in form.lines()] == ["name", "email"]
