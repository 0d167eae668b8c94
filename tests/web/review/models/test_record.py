"""Entries are added and never changed."""

from __future__ import annotations

import pytest
from django.db import DatabaseError

from gongkai.web.review.models import ReviewEntry
from gongkai.web.sealing.fields import sealed_models
from tests.web.review.conftest import Round


def test_an_entry_is_not_deleted_nor_saved_again(round_: Round) -> None:
    row = ReviewEntry.objects.for_organ(round_.organ_id).get()
    with pytest.raises(TypeError):
        row.delete()
    with pytest.raises(DatabaseError):
        row.save()


def test_its_words_can_be_taken_to_a_new_key(round_: Round) -> None:
    round_.sign(1)
    assert "ReviewEntry" in {model.__name__ for model, _ in sealed_models()}
    row = ReviewEntry.objects.for_organ(round_.organ_id).get(kind="signed")
    assert row.seal_scope() == round_.office.organ.code
    row.seal("words", row.opened("words"))
    rows = ReviewEntry.objects.for_organ(round_.organ_id).filter(pk=row.pk)
    assert rows.update(words=row.words) == 1
