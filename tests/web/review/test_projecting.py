"""The projection: as the fold says, made anew from the entries, differences told."""

from __future__ import annotations

import pytest

from gongkai.web.entries.row import projections
from gongkai.web.review.models import ReviewState, ReviewWait
from gongkai.web.review.models.standing import STAGES
from gongkai.web.review.projecting import project, rebuild, stage_of, wait_values
from tests.web.review.conftest import Round
from tests.web.review.desk import Desk


@pytest.mark.parametrize(
    ("desk", "stage"),
    [
        (Desk().submit().sign(1), "reviewing"),
        (Desk().submit().send_back(1), "sent_back"),
        (Desk().submit().all_steps().secrecy(), "passed"),
        (Desk().submit().all_steps().secrecy().release(), "released"),
        (Desk().submit().withdraw(), "withdrawn"),
    ],
)
def test_stages(desk: Desk, stage: str) -> None:
    assert stage_of(desk.review()) == stage
    assert stage in STAGES


def test_it_is_registered() -> None:
    assert projections()["review"] is rebuild


def test_making_it_anew_changes_nothing(round_: Round) -> None:
    round_.sign(1).sign(2)
    assert list(rebuild()) == []


def test_control_what_was_altered_is_told_and_mended(round_: Round) -> None:
    round_.sign(1)
    states, waits = (m.objects.for_organ(round_.organ_id) for m in (ReviewState, ReviewWait))
    states.update(stage="passed")
    waits.filter(task=2).delete()
    assert list(rebuild()) == [(str(round_.file.id), "stage、waits")]
    assert states.get().stage == "reviewing"
    assert {row.task for row in waits} == {one["task"] for one in wait_values(round_.file.review)}


def test_rows_that_are_gone_are_made_and_those_too_many_go(round_: Round) -> None:
    ReviewState.objects.for_organ(round_.organ_id).delete()
    assert [subject for subject, _ in rebuild()] == [str(round_.file.id)]
    state = ReviewState.objects.for_organ(round_.organ_id).get()
    state.pk = state.organ_id
    state.save(force_insert=True)
    assert list(rebuild()) == [(str(state.organ_id), "多出的一行")]


def test_writing_the_same_twice_differs_in_nothing(round_: Round) -> None:
    assert project(round_.organ_id, round_.file.id, round_.file.review) == []
