"""Shares of a total: rounded, cut off, wrong."""

from __future__ import annotations

import pytest

from gongkai.report.statements.held import Tables
from gongkai.report.statements.passages import facts
from gongkai.report.statements.plain import plain
from gongkai.report.statements.sentences import cut
from gongkai.report.statements.shares import shares
from gongkai.tables.form import form


@pytest.mark.parametrize(
    ("share", "verdict"),
    [("4.35%", "agrees"), ("4.34%", "unchecked"), ("4.3%", "agrees"), ("5.35%", "differs")],
)
def test_a_share_of_the_answered(share: str, verdict: str) -> None:
    """26 of 598 is 4.348 %."""
    passage = cut(plain(f"办结政府信息公开申请598件，其中不予公开26件，占{share}。"), 1)
    told = facts(passage, 2024)
    assert [v.verdict for v in shares(told, Tables({}, form("2021"))).values()] == [verdict]
