"""An address of its own is sealed; a key stands once in its organ."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from gongkai.web.notices.models import Outgoing
from gongkai.web.organs.models import Organ
from tests.web.notices.messages import NOON
from tests.web.offices import Office


def outgoing(organ: Organ, address: str = "somebody@elsewhere.example") -> Outgoing:
    """A message to an address that belongs to nobody of the office."""
    row = Outgoing(
        organ=organ, key="k", channel="mail", kind="x", title="t", text="x", made_at=NOON, due_at=NOON
    )
    row.seal("address", address)
    row.save(force_insert=True)
    return row


@pytest.mark.django_db
def test_the_address_is_sealed(office: Office) -> None:
    outgoing(office.organ)
    row = Outgoing.objects.get()
    assert "somebody" not in row.address.stored
    assert row.opened("address") == "somebody@elsewhere.example"


@pytest.mark.django_db
def test_a_key_stands_once_in_its_organ(office: Office, other_office: Office) -> None:
    outgoing(office.organ)
    outgoing(other_office.organ)
    with pytest.raises(IntegrityError), transaction.atomic():
        outgoing(office.organ)
