"""Erasing leaves name, hash and reason; bytes that no row knows are cleared away."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from gongkai.web.attachments import store
from gongkai.web.attachments.actions.add import keep_made
from gongkai.web.attachments.actions.erase import clear_away, erase, erase_all
from gongkai.web.attachments.models import Attachment
from gongkai.web.audit.models import AuditLine
from gongkai.web.rights.actor import Forbidden
from tests.web.offices import Office


@pytest.fixture
def one(office: Office) -> Attachment:
    actor = office.actor("office_head")
    return keep_made(
        actor, "organ/linxi-sfj", "甲.txt", b"x", timezone.now(), kind="txt", media_type="text/plain"
    )


@pytest.mark.django_db(transaction=True)
def test_the_bytes_go_and_the_reason_stays(one: Attachment, office: Office) -> None:
    erase(office.actor("office_head"), one, "  重复上传 ", timezone.now())
    row = Attachment.objects.for_organ(office.organ).get()
    assert (row.name, row.erased_because) == ("甲.txt", "重复上传")
    assert one.stored_as not in set(store.names())
    assert AuditLine.objects.get(act="attachments.erase").data == {"sha256": one.sha256}


def test_not_without_a_reason_and_not_by_others(one: Attachment, office: Office) -> None:
    with pytest.raises(ValidationError, match="理由"):
        erase(office.actor("office_head"), one, " ", timezone.now())
    with pytest.raises(Forbidden):
        erase(office.actor("handler"), one, "不要了", timezone.now())
    assert one.stored_as in set(store.names())


def test_bytes_without_a_row_are_cleared_away(one: Attachment) -> None:
    lost, _ = store.keep(b"lost")
    assert clear_away(timezone.now() - dt.timedelta(days=1)) == 0
    assert clear_away(timezone.now() + dt.timedelta(days=1)) >= 1
    left = set(store.names())
    assert one.stored_as in left
    assert lost not in left


def test_all_files_of_a_subject(
    one: Attachment, office: Office, django_capture_on_commit_callbacks: Any
) -> None:
    head = office.actor("office_head")
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        assert erase_all(head, "organ/other", "期满", timezone.now()) == 0
        assert erase_all(head, one.subject, "期满", timezone.now()) == 1
    assert one.stored_as not in set(store.names())
    assert Attachment.objects.for_organ(office.organ).get().erased_because == "期满"


@pytest.mark.django_db(transaction=True)
def test_control_not_outside_of_an_act(one: Attachment, office: Office) -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        erase_all(office.actor("office_head"), one.subject, "期满", timezone.now())
