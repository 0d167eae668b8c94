"""The forms about money: whole amounts, one mode, the day of a receipt."""

from __future__ import annotations

from gongkai.web.applications.forms.money import EstimateForm, ReceiptForm, RefundForm


def test_forms() -> None:
    assert EstimateForm({"mode": "per_page", "pages": "120"}).is_valid()
    assert "mode" in EstimateForm({"mode": "both"}).errors
    assert "amount" in RefundForm({"amount": "0", "on": "2026-03-02", "reason": "多收"}).errors
    assert "seen" in ReceiptForm({"on": "2026-03-02"}).errors
