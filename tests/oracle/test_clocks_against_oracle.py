"""The clocks against the naive oracle: 20,000 random cases here, a million in ``make oracle``, no difference."""

from __future__ import annotations

import os

import pytest

from .compare import REAL, compare, run
from .wiring import real

COUNT = int(os.environ.get("ORACLE_CASES", "20000"))
BATCH = 2000


@pytest.mark.parametrize("first", range(0, COUNT, BATCH))
def test_no_case_differs(first: int) -> None:
    found = run(REAL, first, min(BATCH, COUNT - first), 1)
    assert found == [], (
        f"python -m tests.oracle.compare --start {first} --count {BATCH} shows the smallest cases"
    )


def test_control_the_cases_reach_every_answer() -> None:
    """The first 2,000 cases hold refusals, every stage but two, every breach, and provisional dates."""
    from .cases import case

    answers = [real(*case(seed)) for seed in range(BATCH)]
    assert sum("refused" in one for one in answers) > 50
    stages = {one["stage"] for one in answers if "refused" not in one}
    assert stages >= {"confirming", "processing", "consulting", "correction_pending", "fee_pending", "decided",
                      "delivered", "closed"}  # fmt: skip
    breaches = {name for one in answers for name in one.get("breaches", ())}  # type: ignore[attr-defined]
    assert breaches == {"correction_notice_late", "extension_late", "reply_late", "decided_while_consulting"}
    assert {one.get("provisional") for one in answers} >= {True, False}
    assert compare(real, 0) == []
