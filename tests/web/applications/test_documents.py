"""Numbers of documents: the good pass, one wrong digit is told, nothing is asked of what is blank."""

from __future__ import annotations

import pytest

from gongkai.web.applications.documents import doubt
from gongkai.web.applications.models.application import DOCUMENTS

GOOD = {"resident": "11010519491231002X", "credit_code": "91110000600037341L", "passport": "E12345678"}
"""The examples of the standards themselves; they belong to nobody."""


@pytest.mark.parametrize(("kind", "number"), GOOD.items())
def test_good_numbers(kind: str, number: str) -> None:
    assert doubt(kind, number) == doubt(kind, f" {number.lower()} ") == ""


@pytest.mark.parametrize(
    ("kind", "number", "word"),
    [
        ("resident", "110105194912310021", "校验码"),
        ("resident", "1101051949", "18位"),
        ("credit_code", "91110000600037341M", "校验码"),
        ("credit_code", "1234", "18位"),
        ("passport", "护照", "护照号码"),
        ("permit", "1", "港澳台"),
    ],
)
def test_doubtful_numbers(kind: str, number: str, word: str) -> None:
    assert word in doubt(kind, number)


@pytest.mark.parametrize("kind", [*DOCUMENTS, ""])
def test_nothing_is_asked_of_a_blank(kind: str) -> None:
    assert doubt(kind, " ") == ""


def test_other_documents_are_taken_as_they_are() -> None:
    assert doubt("other", "军官证甲字1号") == ""
