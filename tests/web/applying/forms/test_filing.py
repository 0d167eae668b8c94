"""The form asks once and refuses nothing but an application that asks for nothing; it has no field for a purpose."""

from __future__ import annotations

import pytest

from gongkai.web.applying.forms.filing import ORGANISATION, PARTS, PERSON, WHO, FilingForm
from tests.web.applying.citizens import typed


@pytest.mark.parametrize("who", WHO)
def test_nothing_but_the_content_is_needed(who: str) -> None:
    more = {"applicant": "legal_service"} if who == ORGANISATION else {}
    first = FilingForm(who, {"request": "一句话", **more})
    assert not first.is_valid()
    assert first.soft
    again = FilingForm(who, {"request": "一句话", "anyway": "on", **more})
    assert again.is_valid(), again.errors
    assert again.values["request"] == "一句话"
    assert again.values["get_by"] == "any"


def test_an_application_must_ask_for_something() -> None:
    form = FilingForm(PERSON, typed(request="", anyway="on"))
    assert not form.is_valid()
    assert not form.soft
    assert set(form.errors) == {"request"}
    assert FilingForm(PERSON, typed(request="", record_name="决算表")).is_valid()


def test_an_organisation_names_its_kind() -> None:
    assert set(FilingForm(ORGANISATION, typed(document_kind="other", anyway="on")).errors) == {"applicant"}
    kinds = [key for key, _ in FilingForm(ORGANISATION).fields["applicant"].choices]
    assert len(kinds) == 6
    assert "natural_person" not in kinds
    assert FilingForm(PERSON, typed()).is_valid()


def test_a_person_is_a_natural_person() -> None:
    form = FilingForm(PERSON, typed(applicant="commercial"))
    assert form.is_valid()
    assert form.column == "natural_person"
    assert {"key", "applicant", "anyway"} & set(form.values) == set()


def test_no_field_for_a_purpose_and_every_field_shown() -> None:
    form = FilingForm(ORGANISATION)
    assert not any("用途" in str(field.label) for field in form.fields.values())
    shown = {line["field"].name for group in form.groups() for line in group.lines}
    assert shown == {name for name in form.fields if name not in {"key", "anyway"}}
    assert sum(group.folded for group in form.groups()) == 1
    assert not any(group.folded for group in FilingForm(PERSON, typed(agent="甲", agent_number="1")).groups())
    assert len(PARTS) == 6
