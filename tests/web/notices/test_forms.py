"""Forms speak Chinese and say what may stand in a text."""

from __future__ import annotations

from gongkai.web.notices.forms import DeliveryForm, PatternForm
from gongkai.web.notices.kinds import kind


def test_the_form_names_the_placeholders() -> None:
    form = PatternForm(kind=kind("review.waiting"))
    assert "{编号}（受理编号、文号等）" in str(form.fields["text"].help_text)
    assert "{期限}" not in str(form.fields["text"].help_text)


def test_wrong_values_are_told_in_chinese() -> None:
    form = DeliveryForm(
        {"quiet_since": "x", "quiet_until": "", "digest_at": "25:00", "webhook": "ftp//", "secret": "a"}
    )
    assert not form.is_valid()
    assert set(form.errors) == {"quiet_since", "quiet_until", "digest_at", "webhook", "secret"}
    words = "".join(str(error) for errors in form.errors.values() for error in errors)
    assert not [c for c in words.replace("https", "").replace("http", "") if c.isascii() and c.isalpha()]
