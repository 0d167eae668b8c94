"""The panels of the work: who handles it, the files, the notes, each with what the actor may do."""

from __future__ import annotations

import datetime as dt

from gongkai.web.applications.actions.assign import Given, assign
from gongkai.web.applications.actions.note import Noted, note
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.offers import offered
from gongkai.web.applications.panels import panels
from gongkai.web.applications.work_panels import assignments, files, notes, register
from tests.web.applications.lives import DAY, at, filed
from tests.web.offices import Office


def test_registered() -> None:
    register()
    assert {"assignments", "files", "notes"} <= {one.key for one in panels()}


def test_who_handles_it(office: Office) -> None:
    one, _ = filed(office)
    head, later = office.actor("office_head"), DAY + dt.timedelta(1)
    assign(head, one, Given("handler", person=office.person("handler")), 0, at(DAY))
    assign(head, one, Given("handler", person=office.person("handler", 2)), 1, at(later))
    found = assignments(head, state_of(one, later))
    assert [row.person.name for row in found["now"]] == [office.person("handler", 2).name]
    assert [row.person.name for row in found["before"]] == [office.person("handler").name]
    assert not assignments(office.actor("reviewer"), state_of(one, later))["may_assign"]


def test_files_and_notes(office: Office) -> None:
    one, _ = filed(office)
    note(office.actor("handler"), one, Noted("contact", "电话说明", DAY), at(DAY))
    state = state_of(one, DAY)
    assert files(office.actor("handler"), state)["may_add"]
    assert not files(office.actor("reviewer"), state)["may_add"]
    [(row, by)] = notes(office.actor("handler"), state)["notes"]
    assert (row.text, by) == ("电话说明", office.person("handler").name)


def test_only_the_head_and_the_handler_are_offered_to_assign(office: Office) -> None:
    register()
    one, _ = filed(office)
    state = state_of(one, DAY)

    def may(role: str) -> bool:
        return next(o.open for o in offered(office.actor(role), state) if o.offer.key == "assign")

    assert may("office_head")
    assert not may("handler")
    assign(office.actor("office_head"), one, Given("handler", person=office.person("handler")), 0, at(DAY))
    assert may("handler")
