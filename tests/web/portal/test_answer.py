"""The page's values can be carried between processes, and count their findings."""

from __future__ import annotations

import pickle

from gongkai.web.portal.answer import Answer


def test_an_answer_survives_pickling(yunzhou: Answer) -> None:
    assert pickle.loads(pickle.dumps(yunzhou)) == yunzhou


def test_counts_add_up_to_the_findings(yunzhou: Answer) -> None:
    part = yunzhou.parts[0]
    counts = part.counts
    assert counts["error"] + counts["warning"] + counts["notice"] == len(part.findings)
    assert counts["error"] >= 3
