"""A letter corrects one letter, once."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from gongkai.web.replies.models import Correction
from tests.web.offices import Office
from tests.web.replies.desk import NOON, applied, written


def test_a_letter_corrects_but_one(bureau: Office) -> None:
    one = applied(bureau)
    first, second = written(bureau, one), written(bureau, one)
    values = {"organ": bureau.organ, "letter": second, "of": first, "reason": "甲", "by": "p", "at": NOON}
    Correction.objects.create(**values)
    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.create(**values)
