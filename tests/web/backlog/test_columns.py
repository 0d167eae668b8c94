"""Every kind of decision has its words, and no heading stands twice."""

from __future__ import annotations

from gongkai.statute.decisions import kinds
from gongkai.web.backlog.columns import COLUMNS, HEADINGS, RESULTS


def test_headings_and_results_are_one_to_one() -> None:
    assert len(HEADINGS) == len(COLUMNS) == len({one.name for one in COLUMNS})
    assert set(RESULTS.values()) == {kind.key for kind in kinds()}
