"""A line is written with the act, in its transaction, and the database lets nobody change it."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from gongkai.web.audit.models import AuditHead, AuditLine
from gongkai.web.audit.recording import record, record_alone
from gongkai.web.audit.verifying import verify
from tests.web.offices import Office


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_recorded() -> None:
    from gongkai.web.rights.actor import system

    with pytest.raises(RuntimeError, match="transaction"):
        record(system("linxi"), "act", "s", timezone.now())


def test_lines_follow_each_other(office: Office) -> None:
    actor = office.actor("handler")
    before = AuditHead.objects.get(chain="linxi-sfj").number
    for number in range(3):
        record_alone(actor, "test.act", f"s{number}", timezone.now(), n=number)
    assert AuditHead.objects.get(chain="linxi-sfj").number == before + 3
    line = AuditLine.objects.filter(chain="linxi-sfj").last()
    assert line is not None
    assert (line.actor, line.act, line.data) == (actor.id, "test.act", {"n": 2})
    assert verify() == []


def test_an_act_that_fails_leaves_no_line(office: Office) -> None:
    before = AuditLine.objects.count()

    def act() -> None:
        with transaction.atomic():
            record(office.actor("handler"), "test.act", "s", timezone.now())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        act()
    assert AuditLine.objects.count() == before
    assert verify() == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_auditline SET actor = 'x'",
        "DELETE FROM audit_auditline",
        "UPDATE audit_auditanchor SET root = 'x'",
    ],
)
def test_the_database_refuses_to_change_a_line(office: Office, statement: str) -> None:
    from gongkai.web.audit.verifying import anchor

    anchor(timezone.localdate(), timezone.now())
    with (
        pytest.raises(DatabaseError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_chains_of_two_organs_are_apart(office: Office, other_office: Office) -> None:
    record_alone(office.actor("handler"), "test.act", "s", timezone.now())
    heads = {h.chain: h.number for h in AuditHead.objects.all()}
    assert heads["linxi-sfj"] == heads["dongping-sfj"] + 1
