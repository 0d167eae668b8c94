"""The glossary: one term, one identifier."""

from __future__ import annotations

import pytest

from gongkai.values.errors import FormError
from gongkai.values.glossary import glossary, load, term

BANNED = "[banned]\ninfo = 'record'\n"


def section(*terms: str) -> str:
    return BANNED + "[[section]]\ntitle = '总则'\nterm = [" + ", ".join(terms) + "]\n"


def test_a_term_is_found_by_its_identifier() -> None:
    assert term("withheld").chinese == "不予公开"
    assert term("processing_fee").article == "42"


def test_every_section_has_terms() -> None:
    assert all(section.terms for section in glossary().sections)
    assert sum(len(s.terms) for s in glossary().sections) == len(glossary().terms) > 80


def test_an_unknown_identifier_is_an_error() -> None:
    with pytest.raises(FormError, match="nonsense"):
        term("nonsense")


@pytest.mark.parametrize("second", ["{ zh = '乙', id = 'a' }", "{ zh = '甲', id = 'b' }"])
def test_control_a_term_or_identifier_given_twice_is_an_error(second: str) -> None:
    assert len(load(section("{ zh = '甲', id = 'a' }", "{ zh = '乙', id = 'b' }")).terms) == 2
    with pytest.raises(FormError, match="twice"):
        load(section("{ zh = '甲', id = 'a' }", second))
