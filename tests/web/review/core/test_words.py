"""The checks and conclusions as data."""

from __future__ import annotations

from gongkai.web.review.core.words import checks, conclusions


def test_five_gates_and_the_proof() -> None:
    assert [one.name for one in checks().values()] == [
        "政治关", "法律关", "政策关", "保密关", "文字关", "校对",
    ]  # fmt: skip
    assert all(one.ask.endswith("。") for one in checks().values())


def test_one_conclusion_passes_and_what_passes_is_not_sent_back() -> None:
    assert [key for key, one in conclusions().items() if one.passes] == ["disclose"]
    assert not any(one.passes and one.sends_back for one in conclusions().values())
