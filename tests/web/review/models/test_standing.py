"""Names of stages."""

from __future__ import annotations

from gongkai.web.review.models import ReviewState
from gongkai.web.review.models.standing import STAGES


def test_every_stage_has_its_name() -> None:
    assert [ReviewState(stage=key).stage_name for key in STAGES] == list(STAGES.values())
