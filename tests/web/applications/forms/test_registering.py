"""The forms of registration: at most twelve fields for a visit; doubts are asked about once and never keep
anybody out.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from gongkai.statute.events import Channel
from gongkai.web.applications.forms.registering import DAYS, FIELDS, WHO, RegisterForm, names_for

MOST_AT_A_VISIT = 12
TODAY = dt.date(2026, 3, 2)
GOOD: dict[str, Any] = {
    "name": "申请人子丑", "document_kind": "resident", "document_number": "11010519491231002X",
    "phone": "13800000000", "request": "临溪县2025年法律援助经费决算表", "provide_as": "any", "get_by": "any",
    "on": "2026-03-02",
}  # fmt: skip


def visit(who: str = "person", **more: Any) -> RegisterForm:
    return RegisterForm(Channel.IN_PERSON, who, TODAY, GOOD | {"applicant": "business"} | more)


@pytest.mark.parametrize("who", WHO)
def test_a_visit_takes_at_most_twelve_fields(who: str) -> None:
    form = RegisterForm(Channel.IN_PERSON, who, TODAY)
    assert 8 <= len(form.visible_fields()) <= MOST_AT_A_VISIT


@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize("who", WHO)
def test_every_channel_asks_for_the_three_things(channel: Channel, who: str) -> None:
    names = names_for(channel, who)
    assert {"name", "phone", "request", "provide_as", "get_by", "on"} <= set(names) <= set(FIELDS)
    assert len(set(names)) == len(names)
    assert not any("purpose" in name or "用途" in name for name in names)
    assert DAYS[channel]


def test_what_is_filed() -> None:
    form = visit()
    assert form.is_valid(), form.errors
    filing = form.filing()
    assert (filing.channel, filing.on, filing.applicant) == (Channel.IN_PERSON, TODAY, "natural_person")
    assert filing.values["request"] == GOOD["request"]
    assert "on" not in filing.values


def test_an_organisation() -> None:
    form = visit("organisation", document_number="91110000600037341L")
    assert form.is_valid(), form.errors
    assert form.filing().applicant == "business"
    assert form.filing().values["document_kind"] == "credit_code"


@pytest.mark.parametrize(
    ("field", "value"), [("name", ""), ("phone", ""), ("document_number", "110105194912310021")]
)
def test_a_doubt_is_asked_about_once(field: str, value: str) -> None:
    first = visit(**{field: value})
    assert not first.is_valid()
    assert field in first.errors
    assert "anyway" in first.fields
    assert visit(**{field: value}, anyway="on").is_valid()


def test_the_doubts_of_an_agent() -> None:
    form = visit("agent", agent="代理人寅", agent_number="1")
    assert not form.is_valid()
    assert "agent_number" in form.errors


def test_a_day_to_come_is_no_doubt_but_wrong() -> None:
    form = visit(on="2026-03-03", anyway="on")
    assert not form.is_valid()
    assert "on" in form.errors


def test_no_document_no_kind() -> None:
    form = visit(document_number="")
    assert form.is_valid()
    assert form.filing().values["document_kind"] == ""
