"""A letter is voided once; ways of sending have words."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from gongkai.web.letters.models import WAYS, Dispatch, LetterVoid, SealedScan
from gongkai.web.letters.standing import present
from tests.web.letters.bureau import DAY, NOW, drafted
from tests.web.offices import Office


def test_voided_once(bureau: Office) -> None:
    one = drafted(bureau)
    LetterVoid.objects.create(organ=bureau.organ, letter=one, reason="甲", by="t", at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        LetterVoid.objects.create(organ=bureau.organ, letter=one, reason="乙", by="t", at=NOW)


def test_rows_of_scans_and_dispatches(bureau: Office) -> None:
    one = drafted(bureau)
    sent = Dispatch.objects.create(
        organ=bureau.organ, letter=one, digest=one.digest, way="paper", on=DAY, by="t", at=NOW
    )
    assert sent.get_way_display() == WAYS["paper"]
    scan = SealedScan.objects.create(
        organ=bureau.organ, letter=one, digest=one.digest, file=present(one).pdf, by="t", at=NOW
    )
    assert list(one.scans.all()) == [scan]
