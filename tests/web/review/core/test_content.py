"""The fingerprint covers everything that people see."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.web.review.core.content import Attached, Content, Part, read, short

ONE = Content(
    "题", (("公开属性", "主动公开"),), (Part("正文", ("甲", "乙")),), (Attached("1", "表.xlsx", "a" * 64),)
)
WORDS = st.text(max_size=8)
CONTENTS = st.builds(
    Content,
    WORDS,
    st.lists(st.tuples(WORDS, WORDS), max_size=2).map(tuple),
    st.lists(st.builds(Part, WORDS, st.lists(WORDS, max_size=3).map(tuple)), max_size=2).map(tuple),
    st.lists(st.builds(Attached, WORDS, WORDS, WORDS), max_size=2).map(tuple),
)


@pytest.mark.parametrize(
    "change",
    [
        {"title": "题 "},
        {"facts": (("公开属性", "依申请公开"),)},
        {"parts": (Part("正文", ("甲乙",)),)},
        {"parts": (Part("正文", ("甲", "")), Part("", ("乙",)))},
        {"attachments": (Attached("1", "表.xlsx", "b" * 64),)},
        {"attachments": (Attached("1", "表2.xlsx", "a" * 64),)},
    ],
)
def test_any_change_shows(change: dict[str, object]) -> None:
    assert dataclasses.replace(ONE, **change).fingerprint() != ONE.fingerprint()


@given(CONTENTS, CONTENTS)
def test_equal_fingerprints_mean_equal_contents(one: Content, other: Content) -> None:
    assert (one == other) == (one.fingerprint() == other.fingerprint())
    assert read(one.written()) == one


@pytest.mark.parametrize("algorithm", ["sha256", "sm3"])
def test_it_matches_by_the_algorithm_that_made_it(algorithm: str) -> None:
    assert ONE.matches(ONE.fingerprint(algorithm))
    assert not ONE.matches(Content("别的").fingerprint(algorithm))
    assert not ONE.matches("md5:" + "0" * 32)
    assert not ONE.matches("")


def test_places_and_the_short_form() -> None:
    assert ONE.places() == [("1.1", "正文第1段", "甲"), ("1.2", "正文第2段", "乙")]
    assert short("sha256:3f09c1a2ff") == "3F09C1A2"
