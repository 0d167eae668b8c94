"""A proposal knows its kind of decision, and only those that hold are standing."""

from __future__ import annotations

from gongkai.web.applications.actions.propose import propose, take_back
from gongkai.web.applications.models import Proposal
from tests.web.applications.actions.test_propose import SEARCH
from tests.web.applications.lives import DAY, at, filed
from tests.web.offices import Office


def test_standing(office: Office, other_office: Office) -> None:
    one, _ = filed(office)
    made = propose(office.actor("handler"), one, SEARCH, 0, at(DAY))
    assert made.decision.letter == "D15"
    assert list(Proposal.objects.for_organ(office.organ).standing(one)) == [made]
    assert list(Proposal.objects.for_organ(other_office.organ).standing(one)) == []
    take_back(office.actor("handler"), made, 1, at(DAY))
    assert list(Proposal.objects.for_organ(office.organ).standing(one)) == []
