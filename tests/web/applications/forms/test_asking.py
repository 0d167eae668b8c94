"""Asking others: each consultation has a number of its own, and an answer names one that is open."""

from __future__ import annotations

from gongkai.statute.events import Asked, Kind
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.forms.asking import (
    ConsultationReceivedForm,
    ConsultationReturnedForm,
    ConsultForm,
    ThirdPartyNotifiedForm,
    next_key,
    open_ones,
)
from tests.web.applications.acting import made
from tests.web.applications.lives import DAY, entered, filed
from tests.web.offices import Office


def test_numbers_go_on(office: Office) -> None:
    one, _ = filed(office)
    assert next_key(state_of(one, DAY)) == "1"
    entered(office, one, Kind.CONSULTATION_SENT, DAY, id="1", to=Asked.OTHER_ORGAN)
    entered(office, one, Kind.VOIDED, DAY, of=2)
    assert next_key(state_of(one, DAY)) == "2"


def test_the_letter(office: Office) -> None:
    state = state_of(filed(office)[0], DAY)
    form = made(ConsultForm, state, to="third_party", name="某公司", about="合同价款", received="")
    event = form.event(office.actor("handler"))
    assert (event.id, event.to, event.notice_received_on) == ("1", Asked.THIRD_PARTY, None)
    assert ConsultForm.probe(state, DAY).id == "1"


def test_only_open_ones_are_answered(office: Office) -> None:
    one, _ = filed(office)
    entered(office, one, Kind.CONSULTATION_SENT, DAY, id="1", to=Asked.THIRD_PARTY)
    entered(office, one, Kind.CONSULTATION_SENT, DAY, id="2", to=Asked.OTHER_ORGAN, notice_received_on=DAY)
    state = state_of(one, DAY)
    assert [key for key, _ in open_ones(state)] == ["1", "2"]
    assert [key for key, _ in open_ones(state, without_receipt=True)] == ["1"]
    assert "which" in made(ConsultationReceivedForm, state, which="2").errors
    event = made(ConsultationReturnedForm, state, which="1", opinion="third_party_consents").event(
        office.actor("handler")
    )
    assert (event.id, event.facts) == ("1", ("third_party_consents",))
    assert (
        "opinion" in made(ConsultationReturnedForm, state, which="2", opinion="third_party_consents").errors
    )
    entered(office, one, Kind.CONSULTATION_RETURNED, DAY, id="1")
    assert [key for key, _ in open_ones(state_of(one, DAY))] == ["2"]


def test_probes_without_any(office: Office) -> None:
    state = state_of(filed(office)[0], DAY)
    assert ConsultationReturnedForm.probe(state, DAY).id is None
    assert "words" in made(ThirdPartyNotifiedForm, state, words="").errors
