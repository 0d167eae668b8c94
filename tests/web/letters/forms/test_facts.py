"""The form of a document: it asks for what nobody knows, and gives the facts back as letters take them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.http import QueryDict

from gongkai.letters.document import document, documents
from gongkai.letters.filling import fill
from gongkai.letters.vocabulary import Kind, Source, fact
from gongkai.values.errors import FactsError
from gongkai.web.letters.forms.facts import asked, facts_form, field_of
from tests.letters.letter_cases import DAY, Case, cases
from tests.web.letters.bureau import ORGAN


def posted(facts: dict[str, Any]) -> dict[str, str]:
    """What a browser would send for these facts."""
    out = {"on": DAY.isoformat(), "extra": ",".join(facts)}
    for key, value in facts.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for at, row in enumerate(value):
                out |= {f"{key}-{at}-{name}": str(cell) for name, cell in row.items()}
        elif isinstance(value, list):
            out[key] = "\r\n".join(value)
        else:
            out[key] = str(value)
    return out


@pytest.mark.parametrize("case", cases(), ids=str)
def test_every_letter_can_be_made_from_its_form(case: Case) -> None:
    """Every invented case, typed into the form, gives the same paper."""
    known = {
        key: value
        for key, value in case.facts.items()
        if (key in ORGAN and (key != "number" or document(case.id).series))
        or fact(key).source is Source.COMPUTED
    }
    rest = {key: value for key, value in case.facts.items() if key not in known}
    form = facts_form(case.id, known, posted(rest))
    assert form.is_valid(), form.errors
    assert fill(case.id, {**form.given(), **known}, form.cleaned_data["on"]) == case.paper()


@pytest.mark.parametrize("one", documents(), ids=lambda one: one.id)
def test_every_document_has_a_form(one: Any) -> None:
    form = facts_form(one.id, {}, initial={"on": DAY})
    assert form.fields["on"]
    assert all(line["field"].label for line in form.lines())
    assert ("number" in form.fields) == ("number" in asked(one.id, ()))
    assert not (one.series and "number" in form.fields)


def test_remedies_ask_for_delivery_and_bodies() -> None:
    found = asked("D13", {"organ", "court"})
    assert next(iter(found)) == "decision"
    assert found["delivery"]
    assert "government" in found
    assert "court" not in found
    assert "delivery" not in asked("D04", ())


def test_a_decision_is_one_of_the_documents_own() -> None:
    field = field_of(fact("decision"), True, document("D13"))
    keys = [key for key, _ in field.choices]  # type: ignore[attr-defined]
    assert keys == ["", *document("D13").decisions]


def test_what_is_missing_is_told_at_its_field() -> None:
    form = facts_form(
        "D13", {}, {"on": "2026-03-25", "extra": ""}, extra=("secrecy_basis", "nonsense", "you")
    )
    assert "secrecy_basis" in form.fields
    assert "nonsense" not in form.fields
    assert "you" not in form.fields, "computed facts are never asked for"
    form.tell(FactsError("……缺少：甲；乙。", ("secrecy_basis", "reasons")))
    assert "请填写" in form.errors["secrecy_basis"][0]
    assert "reasons" in form.errors
    form.tell(FactsError("“申请公开的内容”里有换行或者不能印出的字符，请改正后再生成文书。", ("request",)))
    assert "不能印出" in form.errors["request"][-1]
    form.tell(FactsError("没有这一项。", ("nonsense",)))
    assert form.non_field_errors() == ["没有这一项。"]


def test_extra_fields_are_remembered_by_the_page() -> None:
    first = facts_form("D13", {}, QueryDict("on=2026-03-25"), extra=("secrecy_basis",))
    assert 'name="extra" value="secrecy_basis"' in str(first["extra"])
    second = facts_form("D13", {}, QueryDict("on=2026-03-25&extra=secrecy_basis&secrecy_basis=甲"))
    assert second.is_valid() is False
    assert second.cleaned_data["secrecy_basis"] == "甲"


def test_facts_of_a_version_fill_the_form_again() -> None:
    facts = {"unclear_items": ["甲", "乙"], "received_on": dt.date(2026, 3, 2), "on": DAY}
    form = facts_form("D02", {}, initial=facts)
    assert form["unclear_items"].value() == "甲\n乙"
    assert 'value="2026-03-02"' in str(form["received_on"])
    assert fact("unclear_items").kind is Kind.LIST


def test_a_flag_is_yes_or_no() -> None:
    field = field_of(fact("fee_restarts"), False, document("D08"))
    assert [key for key, _ in field.choices] == ["", "yes", "no"]  # type: ignore[attr-defined]
