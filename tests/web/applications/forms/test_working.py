"""The forms offer what the actor may note, and only those who may be called or given the case."""

from __future__ import annotations

from gongkai.web.applications.forms.working import AssignForm, NoteForm
from tests.web.applications.lives import DAY, filed
from tests.web.offices import Office


def test_kinds_of_note_by_right(office: Office) -> None:
    one, _ = filed(office)

    def kinds(role: str) -> list[str]:
        return [key for key, _ in NoteForm(office.actor(role), one, DAY).fields["kind"].choices]  # type: ignore[attr-defined]

    assert kinds("handler") == ["contact", "comment", "opinion"]
    assert kinds("reviewer") == ["comment"]
    assert kinds("government_lawyer") == ["comment", "opinion"]


def test_what_is_noted(office: Office) -> None:
    one, _ = filed(office)
    person = office.person("reviewer")
    data = {"kind": "comment", "on": DAY.isoformat(), "text": " 请看 ", "to": [str(person.pk)]}
    form = NoteForm(office.actor("handler"), one, DAY, data)
    assert form.is_valid()
    assert (form.noted().text, form.noted().to) == ("请看", (person,))


def test_to_whom(office: Office) -> None:
    one, _ = filed(office)
    handler = office.person("handler")
    reviewer = office.person("reviewer")
    form = AssignForm(one, DAY, {"seen": 0, "duty": "handler", "person": str(handler.pk)})
    assert form.is_valid()
    assert form.given().person == handler
    assert not AssignForm(one, DAY, {"seen": 0, "duty": "handler", "person": str(reviewer.pk)}).is_valid()
