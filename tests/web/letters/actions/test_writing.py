"""The letter is locked in a transaction, by who has seen its present version."""

from __future__ import annotations

import pytest
from django.db import transaction

from gongkai.web.attachments.models import Attachment
from gongkai.web.entries.row import Taken
from gongkai.web.letters.actions.draft import filled
from gongkai.web.letters.actions.writing import locked, open_to_change, write_version
from tests.web.letters.bureau import DAY, NOW, SUBJECT, drafted, facts
from tests.web.offices import Office


def test_who_saw_an_older_version_is_told(bureau: Office) -> None:
    one = drafted(bureau)
    with transaction.atomic():
        assert locked(one, 1) == one
        with pytest.raises(Taken):
            locked(one, 2)


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction(bureau: Office) -> None:
    one = drafted(bureau)
    with pytest.raises(RuntimeError):
        locked(one, 1)


def test_the_row_follows_its_version(bureau: Office) -> None:
    one = drafted(bureau)
    made = filled(bureau.organ, SUBJECT, "D13", facts("D13", applicant="周试二"), DAY)
    with transaction.atomic():
        version = write_version(bureau.actor("handler"), one, made, NOW)
    one.refresh_from_db()
    assert (one.version, one.digest, one.on) == (version.number, made.digest, DAY)
    assert Attachment.objects.for_organ(bureau.organ).of(f"letter/{one.pk}").count() == 4
    open_to_change(one)
