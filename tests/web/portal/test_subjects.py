"""Subjects of statements are told in Chinese."""

from __future__ import annotations

import pytest

from gongkai.report.statements.subjects import vocabulary
from gongkai.web.portal.subjects import UNKNOWN, subject_words


@pytest.mark.parametrize("name", sorted({subject.name for subject in vocabulary()}))
def test_every_subject_has_chinese_words(name: str) -> None:
    words = subject_words(name)
    assert words != UNKNOWN
    assert name not in words


def test_an_unknown_subject_shows_no_identifier() -> None:
    assert subject_words("no.such.subject") == UNKNOWN
