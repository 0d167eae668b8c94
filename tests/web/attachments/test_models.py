"""Rows of files belong to an organ and a subject; erased ones are no longer of it."""

from __future__ import annotations

from django.utils import timezone

from gongkai.web.attachments.actions.add import keep_made
from gongkai.web.attachments.models import Attachment
from tests.web.offices import Office


def test_of_a_subject(office: Office, other_office: Office) -> None:
    actor = office.actor("office_head")
    one = keep_made(
        actor, "organ/linxi-sfj", "甲.txt", b"x", timezone.now(), kind="txt", media_type="text/plain"
    )
    rows = Attachment.objects.for_organ(office.organ)
    assert list(rows.of("organ/linxi-sfj")) == [one]
    assert str(one) == "甲.txt"
    assert not Attachment.objects.for_organ(other_office.organ).of("organ/linxi-sfj")
    assert rows.stored(one.stored_as)
    rows.filter(pk=one.pk).update(erased_at=timezone.now())
    assert not rows.of("organ/linxi-sfj")
    assert not rows.stored(one.stored_as)
