"""Versions of a draft are numbered once."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from gongkai.web.review.drafts import latest_version
from tests.web.review.conftest import Round


def test_a_number_is_taken_once(round_: Round) -> None:
    row = latest_version(round_.draft)
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)
