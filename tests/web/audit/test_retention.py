"""The law's months are the least; an installation may keep longer, never shorter."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from gongkai.statute.parameters import value_on
from gongkai.web.audit.retention import retention

DAY = dt.date(2026, 3, 2)
LEAST = value_on("audit_retention", DAY).content["months"]


@pytest.mark.parametrize(
    ("own", "months"), [(0, LEAST), (1, LEAST), (LEAST - 1, LEAST), (LEAST, LEAST), (LEAST + 1, LEAST + 1)]
)
def test_never_shorter_than_the_law(settings: Any, own: int, months: int) -> None:
    settings.AUDIT_MONTHS = own
    rule = retention(DAY)
    assert (rule.months, rule.statutory) == (months, LEAST)
    assert (f"设为至少{own}个月" in rule.sentence) == (own > LEAST)
    assert "网络安全法" in rule.sentence


def test_the_article_is_the_one_of_the_day() -> None:
    """The amendment of 2025 moved the article and left its text."""
    before, since = retention(dt.date(2025, 12, 31)), retention(dt.date(2026, 1, 1))
    assert ("第二十一条" in before.article, "第二十三条" in since.article) == (True, True)
    assert before.statutory == since.statutory
    assert value_on("audit_retention", DAY).content["mark"] == "VERIFIED-2nd"
