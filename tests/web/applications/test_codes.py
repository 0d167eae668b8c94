"""Query codes: long enough, easily read, kept as a hash alone (security check C14)."""

from __future__ import annotations

import math

import pytest

from gongkai.web.applications.codes import GROUP, GROUPS, LETTERS, code_hash, new_code


def test_at_least_sixty_four_bits() -> None:
    assert GROUP * GROUPS * math.log2(len(LETTERS)) > 64
    assert len(set(LETTERS)) == len(LETTERS)
    assert not set("01ILOU") - {"U"} & set(LETTERS)


def test_codes_differ() -> None:
    codes = {new_code() for _ in range(1000)}
    assert len(codes) == 1000
    assert all(len(code) == GROUP * GROUPS + GROUPS - 1 for code in codes)


def test_every_way_of_writing_it() -> None:
    code = new_code()
    assert code_hash(code) == code_hash(f" {code.lower().replace('-', ' ')} ")
    assert code not in code_hash(code)


@pytest.mark.parametrize("text", ["", "ABCD", "ABCD-ABCD-ABCD-ABC0", "甲" * 16, "A" * 500])
def test_what_is_no_code(text: str) -> None:
    assert code_hash(text) == ""
