"""What is open to an applicant whose application is overdue, in the core's words with the organ's bodies.

Source: 行政复议法 arts. 20, 23; 行政诉讼法 art. 47; point A20 (INFERRED).
"""

from __future__ import annotations

from gongkai.statute.remedies import OVERDUE, rights
from gongkai.statute.remedy_words import paragraph
from gongkai.values.errors import NotAllowed, NotInForce
from gongkai.web.applications.cases import CaseState, calendar_of, settings_of
from gongkai.web.organs.telling import bodies_of, court_of


def when_overdue(state: CaseState) -> str:
    """The paragraph for a reply that did not come; "" where the organ's bodies are not known."""
    if state.clock is None or state.clock.lenient is None:
        return ""
    organ = state.application.organ
    try:
        found = rights(
            OVERDUE,
            state.clock.lenient,
            calendar_of(state.application),
            settings=settings_of(state.application),
        )
        bodies = bodies_of(organ, state.on)
    except (NotAllowed, NotInForce):
        return ""
    return paragraph(found, bodies, court_of(organ, state.on, bodies))
