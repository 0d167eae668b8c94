"""Every kind of decision by its own letter: proposed, signed, numbered, sent; the case falls into its row of the form.

Its files are read: property P14 holds on each (test_remedies_told has the mixtures of parts).
"""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.ledger.transitions import Stage
from gongkai.statute.decisions import decision, kinds
from gongkai.statute.events import Asked, Kind
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.models import Application
from tests.letters.letter_cases import Case, cases
from tests.web.applications.lives import DAY, entered
from tests.web.offices import Office
from tests.web.replies.desk import LATER, applied, replied
from tests.web.replies.remedies_read import NONE, by_law, files_of, offers


def told(case: Case) -> str:
    """The decision that a case of a letter tells; "" for another letter."""
    from gongkai.letters.document import document

    decisions = document(case.id).decisions
    return str(case.facts.get("decision") or (decisions[0] if decisions else ""))


LETTERS = {told(case): case for case in reversed(cases()) if told(case)}
EARLIER = DAY - dt.timedelta(60)
SOON = DAY + dt.timedelta(1)


def led(office: Office, one: Application, key: str) -> None:
    """What must have happened in the case before that decision."""
    if key == "withheld.third_party":
        entered(office, one, Kind.CONSULTATION_SENT, DAY, id="1", to=Asked.THIRD_PARTY)
        entered(office, one, Kind.CONSULTATION_RETURNED, SOON, id="1")
    elif key == "unavailable.still_unclear":
        entered(office, one, Kind.CORRECTION_NOTICE, DAY, until=LATER)
        entered(office, one, Kind.CORRECTED, SOON)
    elif key == "not_processed.excessive":
        entered(office, one, Kind.REASONS_REQUESTED, DAY)
        entered(office, one, Kind.REASONS_GIVEN, SOON)
    elif key == "otherwise.correction_lapsed":
        entered(office, one, Kind.CORRECTION_NOTICE, DAY, until=SOON)
        entered(office, one, Kind.CORRECTION_LAPSED, LATER)
    elif key == "otherwise.fee_unpaid":
        received = {"amount": 100, "notice_received_on": EARLIER}
        entered(office, one, Kind.FEE_NOTICE, EARLIER, **received)
        entered(office, one, Kind.FEE_LAPSED, LATER)
    elif key == "otherwise.other.withdrawn":
        entered(office, one, Kind.WITHDRAWN, LATER)


def test_there_is_a_letter_for_every_kind() -> None:
    assert set(LETTERS) == {kind.key for kind in kinds()}


@pytest.mark.parametrize("key", [kind.key for kind in kinds()])
def test_each_ending(bureau: Office, key: str) -> None:
    lapses = {"on": EARLIER} if key == "otherwise.fee_unpaid" else {}
    one, case = applied(bureau, **lapses), LETTERS[key]
    led(bureau, one, key)
    nth = [other for other in cases() if other.id == case.id].index(case)
    letter = replied(bureau, one, case.id, nth=nth, decision=key)
    state = state_of(one, LATER)
    assert state.case.row == decision(key).row
    assert state.stage in (Stage.DELIVERED, Stage.CLOSED)
    letter.refresh_from_db()
    grounds = [part["ground"] for part in case.facts.get("withheld_parts", ())]
    for words in files_of(letter):
        assert letter.number in words
        assert offers(words) == by_law(key, grounds)
        assert ("行政复议" in words) is (key not in NONE)
