"""Sums: what holds, what claims to hold, what claims nothing."""

from __future__ import annotations

import pytest

from gongkai.report.statements.passages import facts
from gongkai.report.statements.plain import plain
from gongkai.report.statements.sentences import cut
from gongkai.report.statements.sums import sums


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("公开信息10条，其中甲类信息3条、乙类信息2条、其他信息5条。", [True]),
        ("公开信息10条，其中甲类信息3条、乙类信息2条、其他信息4条。", [False]),
        ("公开信息10条，其中甲类信息3条、乙类信息2条。", []),
        ("公开信息10条，其中甲类信息近3条、乙类信息2条、其他信息4条。", []),
        ("公开信息10条，其中视频3个、其他信息4条。", []),
    ],
)
def test_lists_after_a_total(text: str, verdicts: list[bool]) -> None:
    """Only a whole list can be wrong."""
    passage = cut(plain(text), 1)
    told = facts(passage, 2024)
    assert [s.holds(told) for s in sums(told, passage.plain.text, passage.sentences)] == verdicts
