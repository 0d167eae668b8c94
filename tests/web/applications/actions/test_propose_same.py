"""The same proposals for cases handled together: each held against its own case, all or none, nothing signed."""

from __future__ import annotations

import pytest

from gongkai.statute.events import Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions import propose_same as module
from gongkai.web.applications.actions.propose import Draft, propose
from gongkai.web.applications.actions.propose_same import HAS_OWN, followers, propose_same, standing_of
from gongkai.web.applications.actions.together import join
from gongkai.web.applications.cases import CaseState, state_of
from gongkai.web.applications.models import Application, Proposal
from gongkai.web.entries.row import Taken
from gongkai.web.rights.actor import Forbidden
from tests.web.applications.actions.test_propose import SEARCH
from tests.web.applications.lives import DAY, at, entered, filed
from tests.web.offices import Office

PUBLIC = Draft("disclosed.already_public", facts={"where_public": "门户网站"})


def group(office: Office, size: int = 2) -> tuple[CaseState, list[Application]]:
    lead, *others = [filed(office)[0] for _ in range(size + 1)]
    for one in others:
        join(office.actor("handler"), one, lead, state_of(one, DAY).position, at(DAY))
    for number, draft in enumerate((SEARCH, PUBLIC)):
        propose(office.actor("handler"), lead, draft, number, at(DAY))
    return state_of(lead, DAY), others


def kinds_of(one: Application) -> list[str]:
    return [each.kind for each in standing_of(one)]


def test_every_chosen_case_takes_all_of_them(office: Office) -> None:
    lead, (first, second) = group(office)
    done = propose_same(office.actor("handler"), lead, [first.number], at(DAY))
    assert [(one.application.number, one.why_not) for one in done] == [(first.number, "")]
    assert kinds_of(first) == [SEARCH.kind, PUBLIC.kind]
    assert standing_of(first)[0].facts == SEARCH.facts
    assert kinds_of(second) == []


def test_each_is_held_against_its_own_case(office: Office) -> None:
    lead, (first, second) = group(office)
    entered(office, first, Kind.CORRECTION_NOTICE, DAY, until=DAY.replace(year=DAY.year + 1))
    propose(office.actor("handler"), second, PUBLIC, 0, at(DAY))
    told = {one.application.number: one.why_not for one in followers(lead)}
    assert "等待补正" in told[first.number]
    assert told[second.number] == HAS_OWN
    propose_same(office.actor("handler"), lead, [first.number, second.number], at(DAY))
    assert (kinds_of(first), kinds_of(second)) == ([], [PUBLIC.kind])


def test_all_or_none(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    lead, (first, _) = group(office)
    real = module.propose

    def second_is_taken(*given: object) -> Proposal:
        if given[3] == 1:
            raise Taken
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "propose", second_is_taken)
    done = propose_same(office.actor("handler"), lead, [first.number], at(DAY))
    assert "其他人" in done[0].why_not
    assert kinds_of(first) == []


def test_only_cases_that_go_with_this_one(office: Office, other_office: Office) -> None:
    lead, _ = group(office)
    stranger = filed(office)[0]
    assert propose_same(office.actor("handler"), lead, [stranger.number, "2020-0001"], at(DAY)) == []
    assert kinds_of(stranger) == []
    with pytest.raises(Forbidden):
        propose_same(other_office.actor("handler"), lead, [], at(DAY))


def test_nothing_to_take_over(office: Office) -> None:
    lead = filed(office)[0]
    with pytest.raises(NotAllowed, match="还没有处理意见"):
        propose_same(office.actor("handler"), state_of(lead, DAY), [], at(DAY))
