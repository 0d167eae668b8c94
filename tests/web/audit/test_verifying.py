"""What somebody with the database in hands could do to the lines is found, the anchor's part included."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import connection
from django.utils import timezone

from gongkai.web.audit.models import AuditAnchor, AuditHead, AuditLine
from gongkai.web.audit.recording import record_alone
from gongkai.web.audit.verifying import anchor, lines_of, verify
from tests.web.offices import Office

DAY = dt.date(2026, 3, 2)


@pytest.fixture
def owner(office: Office) -> Callable[[str], None]:
    """The owner of the database: takes the triggers away and runs a statement."""
    for number in range(10):
        record_alone(office.actor("handler"), "test.act", f"s{number}", timezone.now())

    def run(statement: str) -> None:
        with connection.cursor() as cursor:
            for table in ("audit_auditline", "audit_auditanchor"):
                if connection.vendor == "sqlite":
                    for act in ("update", "delete"):
                        cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{act}")
                else:
                    cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_change ON {table}")
            cursor.execute(statement)

    return run


def test_all_holds(owner: Callable[[str], None]) -> None:
    anchor(DAY, timezone.now())
    assert verify() == []
    assert len(list(lines_of("linxi-sfj"))) == AuditLine.objects.filter(chain="linxi-sfj").count()


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE audit_auditline SET actor = 'x' WHERE number = 5", "内容被改动"),
        ("DELETE FROM audit_auditline WHERE number = 5", "缺失"),
        ("DELETE FROM audit_auditline WHERE number > 7", "末尾的记录被删除"),
        ("UPDATE audit_auditline SET number = 99 WHERE number = 5", "次序被改动"),
    ],
)
def test_a_change_is_found(owner: Callable[[str], None], statement: str, words: str) -> None:
    owner(statement)
    assert any(words in one.sentence for one in verify())


def test_a_shorter_chain_with_its_head_is_found_by_the_anchor(owner: Callable[[str], None]) -> None:
    made = anchor(DAY, timezone.now())
    owner("DELETE FROM audit_auditline WHERE number > 7")
    last = AuditLine.objects.filter(chain="linxi-sfj").order_by("-number")[0]
    AuditHead.objects.filter(chain="linxi-sfj").update(number=last.number, hash=last.hash)
    assert made.heads["linxi-sfj"][0] > 7
    assert [one.sentence[:12] for one in verify()] == ["2026年3月2日锚定的"]


def test_a_changed_anchor_is_found(owner: Callable[[str], None]) -> None:
    anchor(DAY, timezone.now())
    owner("UPDATE audit_auditanchor SET root = 'x'")
    assert any("锚定值" in one.sentence for one in verify())


def test_a_day_keeps_its_anchor(office: Office) -> None:
    first = anchor(DAY, timezone.now())
    record_alone(office.actor("handler"), "test.act", "s", timezone.now())
    assert anchor(DAY, timezone.now()).root == first.root
    assert AuditAnchor.objects.count() == 1
