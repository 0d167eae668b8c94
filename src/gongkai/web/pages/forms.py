"""Forms with help beside each field, and the article it rests on.

A form names the article of a field in ``ARTICLES = {"phone": "《条例》第十二条"}``; ``pages/_fields.html``
prints label, help,
article and errors, bound to the field for those who hear the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.db import models

MISSING = "请填写这一项。"
WRONG_CHOICE = "请从列表中选择。"
WRONG_DAY = "日期请写成2026-03-02这样的格式。"


class DateInput(forms.DateInput):
    """A date, by the browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class Dressed(forms.BaseForm):
    """What every form of the office has: Chinese errors, Bootstrap's classes, the help tied to its field."""

    ARTICLES: ClassVar[dict[str, str]] = {}
    required_css_class = "needed"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        dress(self)

    def lines(self) -> Iterator[dict[str, Any]]:
        """Each visible field with its help and article, for the template."""
        yield from lines_of(self, self.ARTICLES)


class OfficeForm(Dressed, forms.Form):
    """A form of the office."""


class OfficeModelForm(Dressed, forms.ModelForm):  # type: ignore[type-arg]
    """The same for a form made from a model."""


def field_for(column: models.Field[Any, Any], **kwargs: Any) -> forms.Field | None:
    """The form's field of a model's column; an address typed without its beginning is one of https."""
    if isinstance(column, models.URLField):
        kwargs["assume_scheme"] = "https"
    made: forms.Field | None = column.formfield(**kwargs)
    return made


def dress(form: forms.BaseForm) -> None:
    """Classes, Chinese errors, date inputs, and the ids that tie help and errors to a field."""
    for name, field in form.fields.items():
        field.error_messages["required"] = MISSING
        if "invalid_choice" in field.error_messages:
            field.error_messages["invalid_choice"] = WRONG_CHOICE
        if isinstance(field, forms.DateField):
            field.widget = DateInput()
            field.error_messages["invalid"] = WRONG_DAY
        simple = isinstance(
            field.widget, forms.CheckboxInput | forms.RadioSelect | forms.CheckboxSelectMultiple
        )
        kind = "form-check-input" if simple else "form-control"
        if isinstance(field.widget, forms.Select) and not simple:
            kind = "form-select"
        field.widget.attrs.setdefault("class", kind)
        told = f"{form[name].auto_id}-help"
        if field.help_text or name in getattr(form, "ARTICLES", {}):
            field.widget.attrs.setdefault("aria-describedby", told)


def lines_of(form: forms.BaseForm, articles: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Each visible field of a form with what stands around it."""
    for bound in form.visible_fields():
        widget = bound.field.widget
        # Only here: a form that sets its choices after it was made must not be checked before.
        if form.is_bound and bound.errors:
            told = widget.attrs.get("aria-describedby", "")
            error = f"{bound.auto_id}-error"
            widget.attrs["aria-invalid"] = "true"
            widget.attrs["aria-describedby"] = told if error in told else f"{error} {told}".strip()
        group = isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple)
        yield {
            "field": bound,
            "group": group,
            "check": isinstance(widget, forms.CheckboxInput),
            "article": articles.get(bound.name, ""),
        }
