"""The forms of the organ."""

from __future__ import annotations

import pytest

from gongkai.statute.review_bodies import organ_kinds
from gongkai.web.organs.forms import OrganForm, form_of
from gongkai.web.organs.sections import SECTIONS


def test_kinds_are_those_of_the_law() -> None:
    assert [key for key, _ in OrganForm().fields["kind"].choices if key] == list(organ_kinds())
    assert "code" not in OrganForm().fields


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("www.linxi.gov.example", "https://www.linxi.gov.example"), ("http://a.example", "http://a.example")],
)
def test_an_address_typed_short_is_one_of_https(typed: str, kept: str) -> None:
    form = OrganForm({"own_site": typed})
    form.is_valid()
    assert form.cleaned_data["own_site"] == kept


def test_a_wrong_address_is_told_with_an_example() -> None:
    assert "例如 https://" in OrganForm({"own_site": "x"}).errors["own_site"][0]


def test_each_section_has_its_form() -> None:
    for one in SECTIONS.values():
        form = form_of(one)()
        assert list(form.fields) == [*one.fields, "since"]
        assert all(form.fields[name].help_text == text for name, text in one.helps.items())
