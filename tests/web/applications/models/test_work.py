"""Assignments have their days, notes their kind."""

from __future__ import annotations

from gongkai.web.applications.models import Assignment, Note
from tests.web.applications.lives import DAY, at, filed
from tests.web.offices import Office


def test_an_assignment_holds_on_its_days(office: Office) -> None:
    one, _ = filed(office)
    Assignment.objects.create(
        organ=office.organ,
        application=one,
        duty="handler",
        person=office.person("handler"),
        since=DAY,
        given_by="t",
    )
    assert Assignment.objects.for_organ(office.organ).on(DAY).get().get_duty_display() == "承办"


def test_a_note(office: Office) -> None:
    one, _ = filed(office)
    note = Note.objects.create(
        organ=office.organ, application=one, kind="contact", text="甲", by="p", at=at(DAY), on=DAY
    )
    note.to.add(office.person("reviewer"))
    assert note.get_kind_display() == "联系记录"
