"""Rows of a fact as a table of inputs: read back as they were, blank ones left out."""

from __future__ import annotations

import datetime as dt

import pytest
from django import forms

from gongkai.letters.vocabulary import fact
from gongkai.web.letters.forms.rows import BLANKS, RowsField

ROWS = [{"title": "登记表", "maker": "办公室", "on": dt.date(2026, 3, 2), "pages": 2}]


class Sample(forms.Form):
    """A form with rows."""

    files = RowsField(fact("files"), required=True)
    withheld_parts = RowsField(fact("withheld_parts"), required=False)


def test_shown_and_read_back() -> None:
    page = str(Sample(initial={"files": ROWS})["files"])
    assert page.count("<tr>") == 1 + 1 + BLANKS
    assert 'name="files-0-on" value="2026-03-02" aria-label="卷内文件第1行，日期"' in page
    data = {
        "files-0-title": "登记表",
        "files-0-maker": "办公室",
        "files-0-on": "2026-03-02",
        "files-0-pages": "2",
    }
    form = Sample(data | {"files-3-title": " "})
    assert form.is_valid()
    assert form.cleaned_data["files"] == [
        {
            "title": "登记表",
            "number": "",
            "maker": "办公室",
            "on": dt.date(2026, 3, 2),
            "pages": 2,
            "note": "",
        }
    ]
    assert form.cleaned_data["withheld_parts"] == []


def test_what_cannot_be_read_stays_text() -> None:
    form = Sample({"files-0-title": "甲", "files-0-on": "昨天", "files-0-pages": "两"})
    assert form.is_valid()
    (row,) = form.cleaned_data["files"]
    assert (row["on"], row["pages"]) == ("昨天", "两")


def test_a_row_must_be_there() -> None:
    form = Sample({})
    assert not form.is_valid()
    assert list(form.errors) == ["files"]
    with pytest.raises(forms.ValidationError):
        form.fields["files"].clean([])


def test_choices_in_a_cell() -> None:
    page = str(Sample(initial={"withheld_parts": [{"ground": "withheld.third_party"}]})["withheld_parts"])
    assert '<option value="withheld.third_party" selected>' in page
