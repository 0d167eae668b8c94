"""Errors of an act stand beside the fields that they name; after saving, back to where the page says so."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.messages.storage.session import SessionStorage
from django.contrib.sessions.backends.db import SessionStore
from django.core.exceptions import ValidationError
from django.test import RequestFactory

from gongkai.web.pages.posting import add_errors, form_page, saved


class Some(forms.Form):
    name = forms.CharField()

    def lines(self) -> list[object]:
        return []


def test_errors_find_their_place() -> None:
    form = Some({"name": "x"})
    add_errors(form, ValidationError({"name": "名称不对", "hidden": "另一处不对"}))
    add_errors(form, ValidationError("整张表不对"))
    assert form.errors["name"] == ["名称不对"]
    assert form.non_field_errors() == ["另一处不对", "整张表不对"]


def test_a_page_with_a_form_says_400_where_it_was_posted() -> None:
    request = RequestFactory().get("/office/")
    assert form_page(request, Some(), "标题", "保存").status_code == 200
    assert form_page(request, Some({}), "标题", "保存").status_code == 400


def test_after_saving() -> None:
    request: Any = RequestFactory().get("/office/")
    request.session = SessionStore()
    request._messages = SessionStorage(request)
    assert saved(request, "/office/units/").headers["Location"] == "/office/units/"
    assert [str(one) for one in request._messages] == ["已保存。"]
