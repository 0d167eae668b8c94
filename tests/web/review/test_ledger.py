"""Rows in, acts out; the tables refuse to be changed; what people wrote is sealed."""

from __future__ import annotations

import uuid

import pytest
from django.db import DatabaseError, transaction

from gongkai.web.review.ledger import acts_of, content_of, file_of, id_of, latest, rounds
from gongkai.web.review.models import DraftVersion, ReviewContent, ReviewEntry
from gongkai.web.sealing.fields import MASK
from tests.web.offices import Office
from tests.web.review.conftest import Round


def test_the_record_comes_back_as_it_was_written(round_: Round) -> None:
    round_.complete()
    assert acts_of(round_.organ_id, round_.file.id) == round_.file.acts
    assert file_of(round_.organ_id, round_.file.id) == round_.file


def test_rounds_of_a_content(round_: Round) -> None:
    of = str(round_.draft.pk)
    assert (
        rounds(round_.organ_id, "draft", of) == [round_.file.id] == [id_of(round_.organ_id, "draft", of, 1)]
    )
    assert latest(round_.organ_id, "draft", of) == round_.file
    assert latest(round_.organ_id, "draft", str(uuid.uuid4())) is None


def test_another_organ_reads_nothing(round_: Round, other_office: Office) -> None:
    assert file_of(other_office.organ.pk, round_.file.id) is None
    with pytest.raises(ReviewContent.DoesNotExist):
        content_of(other_office.organ.pk, round_.file.id, round_.file.review.hash)


def test_words_and_contents_are_sealed(round_: Round) -> None:
    round_.sign(1)
    rows = ReviewEntry.objects.for_organ(round_.organ_id).filter(kind="signed")
    assert "同意" not in rows[0].words.stored
    assert f"{rows[0].words}" == MASK
    kept = ReviewContent.objects.for_organ(round_.organ_id)[0]
    assert "宣传" not in kept.body.stored


@pytest.mark.parametrize("model", [ReviewEntry, ReviewContent, DraftVersion])
def test_the_database_refuses_to_change_or_delete(round_: Round, model: type) -> None:
    rows = model.objects.for_organ(round_.organ_id)
    column = {"ReviewEntry": "by", "ReviewContent": "hash", "DraftVersion": "body"}[model.__name__]
    for act in (lambda: rows.update(**{column: "x"}), lambda: rows._raw_delete(rows.db)):
        with pytest.raises(DatabaseError, match="never changed or deleted"), transaction.atomic():
            act()
    assert rows.exists()
