"""A text that a spreadsheet would compute is kept from it, and every text comes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.report.formula import STARTS, guarded, unguarded


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-5", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"]
)
def test_what_begins_a_formula_begins_with_an_apostrophe(text: str) -> None:
    assert guarded(text) == "'" + text


@pytest.mark.parametrize("text", ["", "云泽市", "12.50", "/", "a=b", "（一）", "“引号”"])
def test_other_texts_stay(text: str) -> None:
    assert guarded(text) == text == unguarded(text)


@given(st.text() | st.text(alphabet="'" + STARTS + "甲1"))
def test_every_text_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in set(STARTS)
