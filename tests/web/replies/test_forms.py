"""The forms ask for what has to be told, and have Chinese words."""

from __future__ import annotations

from gongkai.web.replies.forms import CorrectionForm, DeliveryForm, ReviewForm
from gongkai.web.replies.models import CHANNELS, WHAT


def test_what_must_be_told() -> None:
    form = DeliveryForm({})
    assert set(form.errors) == {"what", "channel", "on"}
    assert set(CorrectionForm({}).errors) == {"reason", "holds", "seen"}
    assert set(ReviewForm({"review-position": "-1"}).errors) == {"position"}


def test_choices() -> None:
    form = DeliveryForm()
    assert dict(form.fields["what"].choices) == {"": "请选择"} | WHAT  # type: ignore[attr-defined]
    assert dict(form.fields["channel"].choices) == {"": "请选择"} | CHANNELS  # type: ignore[attr-defined]
