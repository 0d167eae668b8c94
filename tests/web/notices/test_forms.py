"""Forms speak Chinese."""

from __future__ import annotations

from gongkai.web.notices.forms import DeliveryForm, PatternForm


def test_a_text_must_be_there() -> None:
    assert set(PatternForm({"title": " ", "text": ""}).errors) == {"title", "text"}


def test_wrong_values_are_told_in_chinese() -> None:
    form = DeliveryForm(
        {"quiet_since": "x", "quiet_until": "", "digest_at": "25:00", "webhook": "ftp//", "secret": "a"}
    )
    assert not form.is_valid()
    assert set(form.errors) == {"quiet_since", "quiet_until", "digest_at", "webhook", "secret"}
    words = "".join(str(error) for errors in form.errors.values() for error in errors)
    assert not [c for c in words.replace("https", "").replace("http", "") if c.isascii() and c.isalpha()]
