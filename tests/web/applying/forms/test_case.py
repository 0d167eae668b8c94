"""The forms of the own case."""

from __future__ import annotations

from gongkai.web.applying.forms.case import QueryForm, RatingForm, SeenForm, TextForm, WithdrawForm


def test_full_width_letters_are_the_same() -> None:
    form = QueryForm({"number": " ２０２６－０００１ ", "code": "ＡＢＣＤ"})
    assert form.is_valid()
    assert form.cleaned_data["code"] == "ABCD"
    assert form.cleaned_data["number"] == "2026-0001"
    assert not QueryForm({"number": "1"}).is_valid()


def test_what_must_be_there() -> None:
    assert not SeenForm({}).is_valid()
    assert not TextForm({"seen": 1, "text": " "}).is_valid()
    assert not WithdrawForm({"seen": 1}).is_valid()
    assert WithdrawForm({"seen": 1, "sure": "on"}).is_valid()
    assert not RatingForm({"score": "9"}).is_valid()
    assert RatingForm({"score": "3"}).is_valid()
