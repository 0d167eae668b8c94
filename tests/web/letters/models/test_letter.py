"""Rows of letters tell nothing of a person; what versions say is sealed."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from gongkai.web.letters.models import Letter, LetterVersion
from gongkai.web.letters.standing import present
from gongkai.web.sealing.fields import MASK
from tests.web.letters.bureau import DAY, NOW, drafted
from tests.web.offices import Office


def stored_rows(table: str) -> str:
    """Everything that a table holds, as text."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")
        return repr(cursor.fetchall())


def test_nothing_private_is_stored_open(bureau: Office) -> None:
    version = present(drafted(bureau))
    assert "周试一" in version.opened("paper")
    for table in ("letters_letter", "letters_letterversion", "audit_auditline", "attachments_attachment"):
        assert "周试" not in stored_rows(table)
        assert "\\u5468" not in stored_rows(table)
    assert str(version.paper) == f"{version.facts}" == MASK
    assert version.seal_scope() == "linxi-sfj"


def test_a_letter_is_called_by_title_and_number(bureau: Office) -> None:
    one = drafted(bureau)
    assert str(one) == "政府信息公开申请答复书"
    one.number = "临司公开答〔2026〕1号"
    assert str(one) == "政府信息公开申请答复书 临司公开答〔2026〕1号"
    assert one.document
    assert one.document.id == "D13"
    one.kind = "D99"
    assert one.document is None
    assert one.title == "D99", "a letter of a document that is gone can still be listed"


def test_a_serial_stands_once(bureau: Office) -> None:
    same = {"series": "答", "year": 2026, "serial": 1}
    usual = {"organ": bureau.organ, "subject": "invented/1", "kind": "D13", "on": DAY, "digest": "x"}
    usual |= {"sealed": True, "drafted_by": "t", "drafted_at": NOW}
    Letter.objects.create(**usual, **same, number="1")
    Letter.objects.create(**usual)
    Letter.objects.create(**usual)
    for wrong in ({**same, "number": "2"}, {"series": "答", "year": 2026, "serial": 2, "number": "1"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Letter.objects.create(**usual, **wrong)


def test_a_version_number_stands_once(bureau: Office) -> None:
    version = present(drafted(bureau))
    twin = LetterVersion(
        organ=version.organ,
        letter=version.letter,
        number=1,
        on=DAY,
        digest="x",
        pdf=version.pdf,
        docx=version.docx,
        made_by="t",
        made_at=NOW,
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save(force_insert=True)
