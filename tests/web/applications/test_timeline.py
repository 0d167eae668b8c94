"""The timeline tells every row with its day, details and who entered it; a later day is not told on an
earlier one.
"""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.statute.events import Asked, Event, Kind
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.timeline import details, names_of, taken_back, timeline
from tests.web.applications.lives import DAY, entered, filed
from tests.web.offices import Office


def test_every_row_in_words(office: Office) -> None:
    one, _ = filed(office)
    day = DAY + dt.timedelta(1)
    entered(office, one, Kind.CORRECTION_NOTICE, day, until=day + dt.timedelta(20))
    first, second = timeline(state_of(one, day))
    assert (first.what, first.details, first.by) == (
        "提交申请",
        ("当面提交",),
        office.person("handler").name,
    )
    assert second.details == ("截止日2026年3月23日",)
    assert second.article == "《政府信息公开条例》第三十条"
    assert len(timeline(state_of(one, DAY))) == 1


def test_what_was_taken_back_stays(office: Office) -> None:
    one, _ = filed(office)
    entered(office, one, Kind.CORRECTION_NOTICE, DAY, until=DAY + dt.timedelta(20))
    entered(office, one, Kind.VOIDED, DAY, of=2)
    state = state_of(one, DAY)
    assert taken_back(state.rows) == {2}
    assert [line.taken_back for line in timeline(state)] == [False, True, False]


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (Event(Kind.CONSULTATION_SENT, DAY, id="1", to=Asked.THIRD_PARTY), ["征求第三方意见（编号1）"]),
        (Event(Kind.CONSULTATION_RECEIVED, DAY, id="1"), ["征求意见编号1"]),
        (Event(Kind.EXTENDED, DAY, days=5, approved_by="某某"), ["5个工作日", "批准人：某某"]),
        (Event(Kind.FEE_NOTICE, DAY, amount=100, notice_received_on=DAY), ["2026年3月2日送达", "100元"]),
        (Event(Kind.DECIDED, DAY, decision="disclosed.supplied"), ["可以公开，提供该信息"]),
        (Event(Kind.DECIDED, DAY, decision="unknown"), ["unknown"]),
        (Event(Kind.VOIDED, DAY, of=3), ["作废第3条"]),
        (Event(Kind.CORRECTED, DAY, facts=("justified_delay",)), ["逾期补正的正当理由"]),
    ],
)
def test_details(event: Event, words: list[str]) -> None:
    assert list(details(event)) == words


def test_names(office: Office) -> None:
    person = office.person("handler")
    found = names_of(office.organ.pk, ["citizen", "no id", str(person.pk)])
    assert (found["citizen"], found[str(person.pk)], "no id" in found) == ("申请人", person.name, False)
