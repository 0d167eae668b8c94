"""What was shown is what is confirmed: unchanged, by the same organ, in time."""

from __future__ import annotations

import pytest

from gongkai.web.backlog import forms
from gongkai.web.backlog.forms import EXPIRED, ConfirmForm, kept

ROWS = [(2, {"提交渠道": "当面提交"})]


def test_what_was_kept_comes_back() -> None:
    form = ConfirmForm("a", {"rows": kept(ROWS, "a")})
    assert form.is_valid()
    assert form.cleaned_data["rows"] == ROWS


@pytest.mark.parametrize("rows", ["", "x" + kept(ROWS, "a"), kept(ROWS, "b")])
def test_changed_or_of_another_organ(rows: str) -> None:
    assert ConfirmForm("a", {"rows": rows}).errors["rows"] == [EXPIRED]


def test_too_old(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = kept(ROWS, "a")
    monkeypatch.setattr(forms, "VALID", -1)
    assert ConfirmForm("a", {"rows": rows}).errors["rows"] == [EXPIRED]
