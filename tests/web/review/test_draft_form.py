"""The form of a draft."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from gongkai.web.review.draft_form import DraftForm
from gongkai.web.review.drafts import latest_version
from tests.web.review.conftest import VALUES, Round


def test_what_it_shows_it_takes(round_: Round) -> None:
    version = latest_version(round_.draft)
    form = DraftForm(DraftForm.of(version, 3))
    assert form.is_valid(), form.errors
    assert form.values()["body"] == version.body
    assert form.cleaned_data["position"] == 3


def test_lines_of_a_browser_and_errors_of_the_act() -> None:
    form = DraftForm(VALUES | {"body": "甲\r\n乙"})
    assert form.is_valid()
    assert form.values()["body"] == "甲\n乙"
    form.take(ValidationError({"title": "太长", "draft": "没有"}))
    form.take(ValidationError("总的"))
    assert form.errors["title"] == ["太长"]
    assert form.non_field_errors() == ["没有", "总的"]
