"""The append-only table: the position is the lock, a row is never changed or deleted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection, models
from django.utils import timezone

from gongkai.web.entries.row import EntryRow, Taken, append, last_position, projection, projections
from tests.web.offices import FIRST_DAY, Office


class TrialEntry(EntryRow):
    """A ledger of this test alone; its table is made and dropped here."""

    class Meta:
        app_label = "organs"
        constraints = (
            models.UniqueConstraint(fields=("organ", "subject", "position"), name="trial_position"),
        )


@pytest.fixture
def bureau(transactional_db: None, own_keys: object) -> Iterator[Office]:
    with connection.schema_editor() as editor:
        editor.create_model(TrialEntry)
    yield Office("linxi-sfj", "临溪县司法局")
    with connection.schema_editor() as editor:
        editor.delete_model(TrialEntry)


def added(bureau: Office, after: int, subject: str = "s1") -> TrialEntry:
    return append(
        TrialEntry,
        after,
        organ=bureau.organ,
        subject=subject,
        kind="received",
        on=FIRST_DAY,
        recorded_at=timezone.now(),
        by="p1",
    )


def test_the_position_is_the_lock(bureau: Office) -> None:
    assert added(bureau, 0).position == 1
    assert added(bureau, 1).position == 2
    for seen in (0, 1, 3):
        with pytest.raises(Taken):
            added(bureau, seen)
    assert added(bureau, 0, "s2").position == 1
    assert last_position(TrialEntry, bureau.organ.pk, "s1") == 2
    assert last_position(TrialEntry, bureau.organ.pk, "s3") == 0


def test_the_database_keeps_the_position_once(bureau: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two who saw the same position: the second is told, though nothing had been there when it looked."""
    added(bureau, 0)
    monkeypatch.setattr("gongkai.web.entries.row.last_position", lambda *_: 0)
    with pytest.raises(Taken):
        added(bureau, 0)


def test_a_row_is_neither_changed_nor_deleted(bureau: Office) -> None:
    row = added(bureau, 0)
    row.kind = "other"
    with pytest.raises(Exception, match=r"UNIQUE|duplicate"):
        row.save()
    with pytest.raises(TypeError, match="never deleted"):
        row.delete()
    assert TrialEntry.objects.for_organ(bureau.organ).get().kind == "received"


def test_projections_are_registered_by_name() -> None:
    @projection("trial")
    def rebuild() -> Iterator[tuple[str, str]]:
        yield ("s1", "differs")

    assert projections()["trial"] is rebuild
    assert list(rebuild()) == [("s1", "differs")]
