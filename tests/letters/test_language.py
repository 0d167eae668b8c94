"""The language of the documents says what it can and refuses everything else."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.letters.language import Condition, Slot, check, conditions, passage, pieces, slots
from gongkai.letters.vocabulary import fact
from gongkai.values.errors import FormError

SHARED = {"greeting": {"text": ["{you}好", {"if": "corrected_on", "text": "（已补正）"}]}}


def test_slots_and_texts_in_order() -> None:
    (piece,) = pieces("于{received_on:weekday}收到{request:quoted}。", {})
    assert piece.parts == (
        "于", Slot("received_on", "", "weekday"), "收到", Slot("request", "", "quoted"), "。",
    )  # fmt: skip


def test_a_passage_of_its_own_brings_its_conditions_along() -> None:
    made = pieces([{"use": "greeting", "unless": "fee_mode"}], SHARED)
    assert made[1].when == (Condition("fee_mode", True), Condition("corrected_on"))


def test_a_list_states_a_condition_of_each() -> None:
    assert conditions({"if": "asked", "unless": ["opinions", "steps_ahead"]}) == (
        Condition("asked"), Condition("opinions", True), Condition("steps_ahead", True),
    )  # fmt: skip
    with pytest.raises(FormError):
        conditions({"unless": ["opinions", "nonsense"]})
    with pytest.raises(FormError):
        conditions({"unless": ["asked", "fee_mode"], "is": "third_party"})


def test_conditions() -> None:
    assert Condition("fee_mode").holds({"fee_mode": "per_page"})
    assert not Condition("fee_mode").holds({})
    assert not Condition("fee_restarts").holds({"fee_restarts": False})
    assert Condition("fee_mode", True, ("per_page",)).holds({"fee_mode": "per_application"})
    found = conditions({"if": "asked", "is": ["third_party", "joint_maker"]})
    assert found == (Condition("asked", False, ("third_party", "joint_maker")),)


@pytest.mark.parametrize(
    "data",
    [
        {"text": "{nonsense}"},
        {"text": "{received_on:quoted}"},
        {"text": "{item}"},
        {"text": "{n}"},
        {"text": "{item.nonsense}", "each": "files"},
        {"text": "{item}", "each": "files"},
        {"text": "{item.title}", "each": "material"},
        {"text": "单独的{括号"},
        {"text": "{{applicant}}"},
        {"text": "x", "if": "nonsense"},
        {"text": "x", "if": "asked", "is": "nobody"},
        {"text": "x", "if": "asked", "unless": "fee_mode", "is": "third_party"},
    ],
)
def test_control_what_the_language_cannot_say_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(FormError):
        passage(data, SHARED)


def test_rows_and_lists_are_repeated() -> None:
    one = passage({"text": "{n}.{item.title}", "each": "files"}, SHARED)
    assert [slot.key for slot in slots(one.pieces)] == ["n", "item"]
    check(pieces("{item}", {}), fact("material"))


@given(st.text(st.characters(exclude_characters="{}", exclude_categories=("Cs",))))
def test_a_text_without_slots_stays_as_it_is(text: str) -> None:
    (piece,) = pieces(text, {})
    assert "".join(str(part) for part in piece.parts) == text
