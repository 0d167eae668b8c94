"""办理结果: from what was decided to the one row of the official table that a case falls into.

A decision kind maps to its row; where an entry knows no more than the row (taken over from older registers),
the key of the row will do. Several decisions in one case that was not split give one row: partial disclosure
where anything is disclosed and anything is not; otherwise, where the grounds differ, the first decision,
which the handler enters as the principal one.

>>> row_of("unavailable.not_held.nonexistent")
'unavailable.not_held'
>>> row_of_several(["disclosed.supplied", "withheld.internal_affairs"])
'partly_disclosed'

Source: 国办公开办函〔2021〕30号 (label of 部分公开: 只计这一情形), law.md §2.4, A13 (INFERRED).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from gongkai.statute.decisions import kinds

DISCLOSED, PARTLY_DISCLOSED = "disclosed", "partly_disclosed"
CORRECTION_LAPSED, FEE_UNPAID = "otherwise.correction_lapsed", "otherwise.fee_unpaid"
WITHDRAWN = "otherwise.other"

ROWS = frozenset(kind.row for kind in kinds())
"""The keys of the result rows."""
ROW_OF: Mapping[str, str] = MappingProxyType(
    {row: row for row in ROWS} | {kind.key: kind.row for kind in kinds()}
)
"""The row of every decision kind, and of every row key."""


def row_of(decision: str) -> str | None:
    """The row of a decision; None where there is no such kind."""
    return ROW_OF.get(decision)


def row_of_several(decisions: Sequence[str]) -> str:
    """The one row of a case with these decisions, in the order in which they were taken (at least one)."""
    rows = [ROW_OF[decision] for decision in decisions]
    distinct = set(rows)
    if len(distinct) > 1 and distinct & {DISCLOSED, PARTLY_DISCLOSED}:
        return PARTLY_DISCLOSED
    return rows[0]
