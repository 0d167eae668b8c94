"""What changed meanwhile: told to somebody who acts on a case that another has just changed."""

from __future__ import annotations

from django.utils.timezone import localtime

from gongkai.ledger.transitions import STAGE_WORDS
from gongkai.values.dates import day_words
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.timeline import timeline


def changes_since(state: CaseState, seen: int) -> list[str]:
    """A sentence for each entry after the position that was seen: when, who, what; and where the case
    stands.
    """
    found = [
        f"{localtime(line.recorded_at):%H:%M}，{line.by}登记了“{line.what}”（{day_words(line.on)}）。"
        for line in timeline(state)
        if line.position > seen
    ]
    return [*found, f"案件现在处于“{STAGE_WORDS[state.stage]}”。"]
