"""The forms of the organ."""

from __future__ import annotations

from gongkai.statute.review_bodies import organ_kinds
from gongkai.web.organs.forms import OrganForm, form_of
from gongkai.web.organs.sections import SECTIONS


def test_kinds_are_those_of_the_law() -> None:
    assert [key for key, _ in OrganForm().fields["kind"].choices if key] == list(organ_kinds())
    assert "code" not in OrganForm().fields


def test_each_section_has_its_form() -> None:
    for one in SECTIONS.values():
        form = form_of(one)()
        assert list(form.fields) == [*one.fields, "since"]
        assert all(form.fields[name].help_text == text for name, text in one.helps.items())
