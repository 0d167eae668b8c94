"""The proposal behind a reply: a letter tells only what was proposed by the guided questions and still holds.

Source: 条例 arts. 36–39; gongkai.statute.decisions (what each kind needs on file).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gongkai.letters.vocabulary import Kind, vocabulary
from gongkai.statute.decisions import decision as kind_of
from gongkai.statute.decisions import require
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.models import Application, Proposal
from gongkai.web.applications.on_file import on_file
from gongkai.web.applications.read_facts import read, read_keys

TEXTS = {Kind.TEXT, Kind.CLAUSE, Kind.PASSAGE, Kind.CHOICE}
"""Facts of a proposal that a letter can take over as they were written."""


def proposal_for(application: Application, decision: str) -> Proposal | None:
    """The standing proposal of that kind, the latest where there are several."""
    rows = Proposal.objects.for_organ(application.organ_id).standing(application)
    found: Proposal | None = rows.filter(kind=decision).last()
    return found


def unproposed(application: Application, decision: str) -> str:
    """Why the decision may not be told yet, as a sentence; "" where it was proposed."""
    if proposal_for(application, decision) is not None:
        return ""
    title = kind_of(decision).title
    return f"还没有拟定“{title}”的处理意见。请先在办件页面按引导拟定处理意见，再办理文书。"


def still_holds(state: CaseState, decision: str) -> None:
    """Raise :class:`~gongkai.values.errors.NotAllowed` where what has happened since forbids the decision."""
    one = proposal_for(state.application, decision)
    written = {key for key, text in one.facts.items() if text.strip()} if one else set()
    have = (written - read_keys()) | set(read(state, read_keys()))
    require(decision, on_file(state, have), one.grounds if one else ())


def first_facts(application: Application, decisions: tuple[str, ...]) -> Mapping[str, Any]:
    """What the proposal already says, for the form of a letter that tells one of these decisions."""
    for key in decisions:
        if (one := proposal_for(application, key)) is not None:
            known = {fact.key for fact in vocabulary() if fact.kind in TEXTS}
            found = {name: text for name, text in one.facts.items() if name in known and text.strip()}
            return found | {"decision": key} | ({"reasons": one.reasons} if one.reasons else {})
    return {}
