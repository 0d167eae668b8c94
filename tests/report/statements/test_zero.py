"""Statements that there was none: subjects and spans."""

from __future__ import annotations

import pytest

from gongkai.report.statements.held import Tables
from gongkai.report.statements.passages import facts
from gongkai.report.statements.plain import plain
from gongkai.report.statements.sentences import cut
from gongkai.report.statements.zero import claims
from gongkai.tables.form import form


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("全年未收到政府信息公开申请。", ["applications.received"]),
        ("未发生因政府信息公开被申请行政复议的情况。", ["reconsideration.total"]),
        (
            "未发生因政府信息公开被行政复议纠错、行政诉讼败诉。",
            ["reconsideration.overturned", "litigation.overturned"],
        ),
        ("收到政府信息公开申请3件，均已办结。", ["applications.carried_forward"]),
        ("本年度未收取信息处理费。", ["fee.charged"]),
        ("未经复议直接起诉的信息公开案件3件。", []),
        ("没有该公开却不予公开的事项。", []),
        ("收到来信3件，均已办结。", []),
    ],
)
def test_subjects_of_a_sentence(text: str, subjects: list[str]) -> None:
    """Exactly these, and each span lies in the sentence."""
    passage = cut(plain(text), 1)
    found = list(claims(passage, facts(passage, 2024), Tables({}, form("2021")), 2024))
    assert [c.subject for c in found] == subjects
    assert all(0 <= c.start < c.end <= len(text) for c in found)
