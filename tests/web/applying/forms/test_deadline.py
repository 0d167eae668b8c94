"""The form of the calculator."""

from __future__ import annotations

from gongkai.web.applying.forms.deadline import PAIRS, DeadlineForm


def test_only_the_receipt_is_needed() -> None:
    assert DeadlineForm({"received": "2026-03-02"}).is_valid()
    assert set(DeadlineForm({"received": "昨天"}).errors) == {"received"}


def test_what_belongs_together() -> None:
    for name, other, words in PAIRS:
        value = "5" if name == "extended_days" else "2026-03-09"
        form = DeadlineForm({"received": "2026-03-02", name: value})
        assert form.errors[other] == [words]


def test_parts_are_folded_while_empty() -> None:
    groups = list(DeadlineForm({"received": "2026-03-02", "notice_on": "2026-03-03"}).groups())
    assert [group.folded for group in groups] == [False, True, True, False, True]
    assert sum(len(group.lines) for group in groups) == len(DeadlineForm().fields)
