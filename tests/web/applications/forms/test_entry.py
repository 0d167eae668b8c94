"""Every form of an entry: the position seen, the day, the remark; its own label where the remark is a must."""

from __future__ import annotations

from typing import ClassVar

from gongkai.statute.events import Kind
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.forms.entry import EntryForm
from tests.web.applications.acting import made
from tests.web.applications.lives import DAY, filed
from tests.web.offices import Office


class Plain(EntryForm):
    KIND: ClassVar[Kind] = Kind.WITHDRAWN
    DAY = "撤回的日期"


class Reasoned(Plain):
    REASON = "理由"


def test_what_it_begins_with(office: Office) -> None:
    state = state_of(filed(office)[0], DAY)
    form = Plain(state)
    assert (form["seen"].value(), form["on"].value(), form.fields["on"].label) == (1, DAY, "撤回的日期")
    assert list(form.fields)[-1] == "words"
    # What the page prints: a bound field keeps the label that it was made with.
    assert form["on"].label == "撤回的日期"
    assert Reasoned(state)["words"].label == "理由"


def test_the_event_and_the_remark(office: Office) -> None:
    state = state_of(filed(office)[0], DAY)
    form = made(Plain, state, words=" 当面递交 ")
    event = form.event(office.actor("handler"))
    assert (event.kind, event.on, form.seen_position, form.own()) == (
        Kind.WITHDRAWN,
        DAY,
        1,
        {"words": "当面递交"},
    )
    assert made(Plain, state, words="").own() == {"words": None}
    assert Plain.probe(state, DAY).kind is Kind.WITHDRAWN


def test_a_must(office: Office) -> None:
    state = state_of(filed(office)[0], DAY)
    assert made(Reasoned, state, words=" ").errors["words"] == ["请填写这一项。"]
    assert "seen" in made(Plain, state, seen="").errors
