"""Checks by type of document; each finds a wrong digit, and none is more than a hint."""

from __future__ import annotations

import pytest

from gongkai.web.applying.checks import concerns, document
from tests.web.applying.citizens import PERSON

RESIDENT = "11010519491231002X"
"""The example printed in GB 11643-1999."""
CODE = "91350100M000100Y43"
"""The example printed in GB 32100-2015."""


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("resident", RESIDENT, "110105194912310021"),
        ("credit_code", CODE, "91350100M000100Y44"),
        ("passport", "e00000000", "护照"),
        ("permit", "H00000000", "H123"),
        ("permit", "810000199408230021", "810000"),
        ("other", "军字第1号", ""),
    ],
)
def test_each_kind_of_document(kind: str, good: str, bad: str) -> None:
    assert document(kind, good) == ""
    assert document(kind, bad).endswith("。")


def fields(values: dict[str, str], organisation: bool = False) -> set[str]:
    return {name for name, _ in concerns(values, organisation)}


def test_what_is_complete_raises_nothing() -> None:
    assert fields(PERSON) == set()


def test_what_is_missing_is_named() -> None:
    assert fields({}) == {"name", "document_kind", "phone"}
    assert fields(PERSON, organisation=True) == {"representative", "contact_person"}
    assert fields(PERSON | {"agent": "代理人甲"}) == {"agent_number"}


@pytest.mark.parametrize("name", ["email", "address", "fax"])
def test_one_means_of_contact_is_enough(name: str) -> None:
    value = {"email": "a@example.invalid", "address": "临溪县安和路1号", "fax": "0900-5550101"}[name]
    assert fields(PERSON | {"phone": "", name: value}) == set()


@pytest.mark.parametrize(
    ("name", "value"), [("phone", "没有"), ("fax", "x"), ("email", "a@b"), ("postcode", "12345")]
)
def test_what_looks_wrong(name: str, value: str) -> None:
    assert fields(PERSON | {name: value}) == {name}


@pytest.mark.parametrize(("way", "needs"), [("email", "email"), ("mail", "address"), ("fax", "fax")])
def test_the_way_of_getting_it_needs_an_address(way: str, needs: str) -> None:
    assert fields(PERSON | {"get_by": way}) == {needs}
