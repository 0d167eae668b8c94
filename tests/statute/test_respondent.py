"""被申请人、被告的期限 (vectors/respondent.toml)."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from gongkai.statute.respondent import answer_by, decided_by
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotAllowed, NotInForce
from tests.statute.vectors import cases

ARTICLE = re.compile("《[^》]+》第[一二三四五六七八九十]+条")
CALENDAR = Calendar.national()


@pytest.mark.parametrize("case", cases("respondent"))
def test_case(case: dict[str, Any]) -> None:
    if case["what"] == "answer":
        found = answer_by(case["procedure"], case["since"], CALENDAR)
    else:
        found = decided_by(case["procedure"], case["since"], CALENDAR, extended=case.get("extended", False))
    assert found.last_day == case["last_day"]
    assert ARTICLE.findall(case["law"])[0] == ARTICLE.findall(found.article)[0]


@pytest.mark.parametrize("call", [answer_by, decided_by])
def test_a_procedure_that_there_is_not_is_named(call: Any) -> None:
    with pytest.raises(NotAllowed, match="没有“summary”这种程序") as error:
        call("summary", dt.date(2026, 3, 10), CALENDAR)
    assert "行政复议法" in error.value.article


def test_the_simple_procedure_is_not_extended() -> None:
    with pytest.raises(NotAllowed, match="不能延长"):
        decided_by("simple", dt.date(2026, 3, 10), CALENDAR, extended=True)
    assert decided_by("ordinary", dt.date(2026, 3, 10), CALENDAR).count == 60
    assert decided_by("ordinary", dt.date(2026, 3, 10), CALENDAR, extended=True).count == 90
    assert decided_by("ordinary", dt.date(2026, 3, 10), CALENDAR).count == 60


def test_before_the_law_it_says_so() -> None:
    with pytest.raises(NotInForce):
        answer_by("simple", dt.date(2023, 12, 31), CALENDAR)
